package engine

import (
	"fmt"
	"slices"

	"filingview/app/wire"
	"filingview/parser/ownership"
)

const (
	noFiling  = "This filing is no longer open."
	noAccount = "This account is in none of the open filings."
	stopped   = "The filings changed while they were compared."
)

// answerQuestions works off the questions about a filing's lines and about accounts that
// wait.
func (e *Engine) answerQuestions() {
	for len(e.waiting.questions) > 0 {
		m := e.waiting.questions[0]
		e.waiting.questions = e.waiting.questions[1:]
		r := wire.Reply{ID: m.ID, Op: m.Op, Ref: m.Ref}
		var body []byte
		e.answering = true
		done := e.work(m.ID)
		failure := guard(func() {
			if m.Op == wire.Reconcile {
				body, r.Error = e.reconciliation(m.Ref)
			} else {
				body, r.Error = e.fullAccount(m.Account, m.Ref)
			}
		})
		done()
		e.answering = false
		if failure != "" {
			r.Error = failure
		}
		if r.Error != "" {
			body = nil
		}
		e.send(r, body)
	}
}

// reconcileNext makes one more of the groups that the page wants all of.
func (e *Engine) reconcileNext() {
	key, ok := e.store.groups.next()
	if !ok {
		e.reconcilingAll = false
		return
	}
	e.answering = true
	failure := guard(func() { e.reconcileGroup(key) })
	e.answering = false
	if failure != "" {
		// A mistake in one group is no reason to make none; it counts as one
		// without accounts, and to look at its filings says what is wrong.
		e.store.groups.put(&group{key: key, refs: slices.Clone(e.store.groups.refs[key])}, &ownership.Ledger{})
	}
	e.turn()
}

// reconcileGroup reconciles the filings of a key. It returns nil if they changed meanwhile.
func (e *Engine) reconcileGroup(key string) (*group, *ownership.Ledger) {
	b := &e.store.groups
	outer, stale := b.making, b.stale
	b.making, b.stale = key, false
	defer func() { b.making, b.stale = outer, stale }()
	k := &group{key: key, refs: slices.Clone(b.refs[key])}
	filings := make([]*ownership.Filing, 0, len(k.refs))
	for _, ref := range k.refs {
		it, ok := e.store.item(ref)
		if !ok || it.filing == nil {
			return nil, nil
		}
		f, err := wire.DecodeFiling(it.filing, it.source)
		if err != nil {
			panic(fmt.Sprintf("a filing cannot be read again: %v", err))
		}
		filings = append(filings, f)
		if e.turn(); b.stale {
			return nil, nil
		}
	}
	l := e.reconcile(filings)
	if b.stale {
		return nil, nil
	}
	b.put(k, l)
	return k, l
}

// ledgerOf returns the group of a key with its ledger.
func (e *Engine) ledgerOf(key string) (*group, *ownership.Ledger) {
	k := e.store.groups.made[key]
	if k != nil && k.ledger != nil {
		e.store.groups.use(k, k.ledger)
		return k, k.ledger
	}
	k, l := e.reconcileGroup(key)
	if k != nil {
		e.store.groups.use(k, l)
	}
	return k, l
}

// reconciliation says what the ledger knows of a filing.
func (e *Engine) reconciliation(ref wire.Ref) (body []byte, failure string) {
	it, ok := e.store.item(ref)
	if !ok || it.filing == nil {
		return nil, noFiling
	}
	k, l := e.ledgerOf(it.key)
	if k == nil {
		return nil, stopped
	}
	self := slices.IndexFunc(l.Filings, func(f ownership.LedgerFiling) bool { return k.refs[f.Given] == ref })
	if self < 0 {
		return nil, stopped
	}
	return reconciliationOf(k, l, self).Encode(), ""
}

// reconciliationOf gathers what a ledger says of its filing self.
func reconciliationOf(k *group, l *ownership.Ledger, self int) *wire.Reconciliation {
	t := &wire.Reconciliation{Self: self, Same: self}
	moved, of := l.Moved[self], self // its lines are those of the filing that it repeats
	if same := l.Filings[self].SameAs; same >= 0 {
		if of = same; moved == nil {
			t.Same = same
		}
	}
	seen := places{k: k, l: l}
	seen.add(self)
	seen.add(t.Same)
	seen.add(l.Filings[self].JointWith)
	seen.add(l.Filings[self].Amends)
	var owners []ownership.PartyName
	number := make([]int, len(l.Accounts)) // in t.Accounts, plus 1
	enter := func(i int) int {
		if number[i] == 0 {
			t.Accounts = append(t.Accounts, k.accounts[i])
			number[i] = len(t.Accounts)
		}
		return number[i] - 1
	}
	for i := range l.Accounts {
		a := &l.Accounts[i]
		for j := range a.Lines {
			line := &a.Lines[j]
			for _, v := range line.Evidence {
				if v.Filing == t.Same && v.Words != "" && !slices.Contains(t.Words, v) {
					t.Words = append(t.Words, v)
				}
			}
			if line.Filing != of {
				continue
			}
			own := wire.ReconciledLine{Account: enter(i), Line: *line}
			if moved != nil {
				own.Line.Filing, own.Line.Path = self, moved[line.Path]
			}
			t.Lines = append(t.Lines, own)
			t.Rates.AddLine(&line.LineFigures)
			seen.line(line)
			owners = a.Owners
		}
	}
	for i := range l.Accounts {
		if owners != nil && slices.EqualFunc(l.Accounts[i].Owners, owners, sameParty) {
			enter(i)
		}
	}
	for i := range l.Findings {
		f := &l.Findings[i]
		if !slices.ContainsFunc(f.Lines, func(r ownership.LineRef) bool { return r.Filing == t.Same }) &&
			!slices.ContainsFunc(f.Evidence, func(v ownership.Evidence) bool { return v.Filing == t.Same }) {
			continue
		}
		t.Findings = append(t.Findings, *f)
		for _, r := range f.Lines {
			seen.add(r.Filing)
		}
		seen.evidence(f.Evidence)
		for _, v := range f.Evidence {
			if v.Filing == t.Same && v.Words != "" && !slices.Contains(t.Words, v) {
				t.Words = append(t.Words, v)
			}
		}
	}
	t.Places = seen.all
	return t
}

// sameParty compares by the number of the SEC's, which names do not change.
func sameParty(a, b ownership.PartyName) bool {
	if a.CIK != "" || b.CIK != "" {
		return a.CIK == b.CIK
	}
	return a.Name == b.Name
}

// fullAccount gives an account in full. It is looked for among the filings like that of
// ref first, and then in groups that are still to be made, until it is found.
func (e *Engine) fullAccount(id string, ref wire.Ref) (body []byte, failure string) {
	var keys []string
	if it, ok := e.store.item(ref); ok && it.filing != nil {
		keys = append(keys, it.key)
	}
	if key, ok := e.store.groups.owner[id]; ok {
		keys = append(keys, key)
	}
	for _, key := range keys {
		if k, l := e.ledgerOf(key); k != nil {
			if f := fullAccountOf(k, l, id); f != nil {
				return f.Encode(), ""
			}
		}
	}
	for {
		key, ok := e.store.groups.next()
		if !ok {
			return nil, noAccount
		}
		k, l := e.reconcileGroup(key)
		if k == nil {
			return nil, stopped
		}
		if f := fullAccountOf(k, l, id); f != nil {
			e.store.groups.use(k, l)
			return f.Encode(), ""
		}
		e.turn()
	}
}

func fullAccountOf(k *group, l *ownership.Ledger, id string) *wire.FullAccount {
	i := slices.IndexFunc(l.Accounts, func(a ownership.Account) bool { return a.ID == id })
	if i < 0 {
		return nil
	}
	a := &l.Accounts[i]
	seen := places{k: k, l: l}
	for j := range a.Lines {
		seen.add(a.Lines[j].Filing)
		seen.line(&a.Lines[j])
	}
	for j := range a.Statements {
		seen.add(a.Statements[j].Filing)
	}
	return &wire.FullAccount{Account: *a, Places: seen.all}
}

// places collects the filings that something speaks of, each once.
type places struct {
	k    *group
	l    *ownership.Ledger
	seen map[int]bool
	all  []wire.Place
}

func (p *places) add(n int) {
	if n < 0 || n >= len(p.l.Filings) || p.seen[n] {
		return
	}
	if p.seen == nil {
		p.seen = map[int]bool{}
	}
	p.seen[n] = true
	f := p.l.Filings[n]
	p.all = append(p.all, wire.Place{Number: n, Ref: p.k.refs[f.Given], Filing: f})
	p.add(f.Amends)
	p.add(f.SameAs)
}

func (p *places) line(l *ownership.Line) {
	p.evidence(l.Evidence)
	for _, k := range l.Links {
		p.add(k.To.Filing)
	}
}

func (p *places) evidence(all []ownership.Evidence) {
	for _, v := range all {
		p.add(v.Filing)
	}
}
