package engine

import (
	"maps"
	"slices"
	"strings"

	"filingview/app/wire"
	"filingview/parser/ownership"
)

// maxLedgers is how many ledgers are kept in full: those that were looked at last.
// Of the others the summaries of their accounts are enough, and the ledger is made
// again when one looks at it.
const maxLedgers = 8

// groups keeps what the ledgers say, one for all filings of a key, which have no
// influence on those of another. A group is made when it is asked for and gone when
// a filing of its key comes or goes.
type groups struct {
	refs    map[string][]wire.Ref // the filings of each key
	made    map[string]*group
	owner   map[string]string // the key of an account's ID; of one that is gone, too
	pending []string          // keys without a group, in the order of their first filings
	listed  map[string]bool   // those in pending
	recent  []*group          // groups with a ledger, the last one asked for at the end
	making  string            // the key of the group that is being made
	stale   bool              // and a filing of it came or went meanwhile
}

// group is what the ledger of a key says.
type group struct {
	key      string
	refs     []wire.Ref // as they were given to the ledger
	ledger   *ownership.Ledger
	accounts []wire.Summary
	words    []string // what a query is matched with, of each account
	rates    ownership.Rates
}

// add notes a filing of a key.
func (b *groups) add(key string, ref wire.Ref) {
	if b.refs == nil {
		b.refs, b.made, b.owner, b.listed = map[string][]wire.Ref{}, map[string]*group{}, map[string]string{}, map[string]bool{}
	}
	b.refs[key] = append(b.refs[key], ref)
	b.drop(key)
}

// remove takes back the filings of a file.
func (b *groups) remove(key string, file int) {
	left := slices.DeleteFunc(b.refs[key], func(r wire.Ref) bool { return r.File == file })
	if len(left) == 0 {
		delete(b.refs, key)
	} else {
		b.refs[key] = left
	}
	b.drop(key)
}

// drop lets go of the group of a key.
func (b *groups) drop(key string) {
	if b.making == key {
		b.stale = true
	}
	if old := b.made[key]; old != nil {
		delete(b.made, key)
		for i := range old.accounts {
			delete(b.owner, old.accounts[i].ID)
		}
		b.recent = slices.DeleteFunc(b.recent, func(k *group) bool { return k == old })
	}
	if !b.listed[key] && len(b.refs[key]) > 0 {
		b.listed[key] = true
		b.pending = append(b.pending, key)
	}
}

// next returns a key whose group is still to be made.
func (b *groups) next() (string, bool) {
	for len(b.pending) > 0 {
		key := b.pending[0]
		if len(b.refs[key]) > 0 && b.made[key] == nil {
			return key, true
		}
		b.pending = b.pending[1:]
		delete(b.listed, key)
	}
	return "", false
}

// put keeps a group that was made.
func (b *groups) put(k *group, l *ownership.Ledger) {
	for i := range l.Accounts {
		s := wire.SummaryOf(&l.Accounts[i])
		k.accounts = append(k.accounts, s)
		k.words = append(k.words, accountWords(&s))
		k.rates.Add(s.Rates)
		b.owner[s.ID] = k.key
	}
	b.made[k.key] = k
}

// use keeps the ledger of a group in full, and lets go of the one that was not
// looked at for longest.
func (b *groups) use(k *group, l *ownership.Ledger) {
	b.recent = append(slices.DeleteFunc(b.recent, func(o *group) bool { return o == k }), k)
	k.ledger = l
	if len(b.recent) > maxLedgers {
		b.recent[0].ledger = nil
		b.recent = slices.Delete(b.recent, 0, 1)
	}
}

func accountWords(s *wire.Summary) string {
	parts := []string{s.Issuer.Name, s.Symbol, s.Title, s.Holder, string(s.Ownership)}
	switch s.Ownership {
	case ownership.Direct:
		parts = append(parts, "direct")
	case ownership.Indirect:
		parts = append(parts, "indirect")
	}
	for _, o := range s.Owners {
		parts = append(parts, o.Name)
	}
	return strings.ToLower(strings.Join(parts, "\n"))
}

// window returns a part of the accounts that are known so far, chosen and sorted.
func (b *groups) window(m *wire.Request) *wire.Balances {
	out := &wire.Balances{Groups: len(b.refs), From: max(0, m.From)}
	wanted := strings.Fields(strings.ToLower(m.Query))
	var found []*wire.Summary
	for _, key := range slices.Sorted(maps.Keys(b.made)) {
		k := b.made[key]
		out.Done++
		out.Filings += len(k.refs)
		out.Rates.Add(k.rates)
		for i := range k.accounts {
			s := &k.accounts[i]
			out.Accounts++
			standing := s.Standing()
			switch standing {
			case wire.WithUnexplained:
				out.Unexplained++
			case wire.GapsLikely:
				out.Likely++
			case wire.GapsTold:
				out.Told++
			}
			if standing.Explained() {
				out.Explained++
			}
			if m.Which == "unexplained" && standing != wire.WithUnexplained || m.Which == "explained" && !standing.Explained() || !holdsAll(k.words[i], wanted) {
				continue
			}
			found = append(found, s)
		}
	}
	sortAccounts(found, m.Sort)
	out.Matching = len(found)
	found = found[min(out.From, len(found)):]
	for _, s := range found[:min(max(0, m.Count), len(found))] {
		out.Window = append(out.Window, *s)
	}
	return out
}

func holdsAll(text string, wanted []string) bool {
	for _, w := range wanted {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}
