package engine

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"filingview/app/wire"
)

// store holds the opened filings, file by file in the order of the page's
// numbers, which is the order in which the user gave them.
type store struct {
	files  []*file
	total  int // items of all files
	groups groups
}

// file is one file of the user's and what was found in it.
type file struct {
	number int
	name   string
	items  []item
	opened int
	failed int

	cancelled bool // stop reading; what is opened stays
	forgotten bool // stop reading; it is off the store
}

// unwanted reports whether the file is not to be read on; nil is no file.
func (f *file) unwanted() bool { return f != nil && (f.cancelled || f.forgotten) }

// item is an entry of the list. A filing is kept as the bytes in which it goes
// to the page: the model takes ten times the memory, and thousands of them keep
// the garbage collector busy.
type item struct {
	entry  wire.Entry
	words  string   // what a query is matched with, in lower case
	filing []byte   // nil for a failure
	source string   // the filing's Source.Text
	pages  [][]byte // and its Source.Pages as they go to the page
	key    string   // what its ledger goes by
}

func (s *store) find(number int) (int, bool) {
	return slices.BinarySearchFunc(s.files, number, func(f *file, n int) int { return cmp.Compare(f.number, n) })
}

// put makes room for a file. What stood under its number is gone.
func (s *store) put(number int, name string) *file {
	s.remove(number)
	f := &file{number: number, name: name}
	i, _ := s.find(number)
	s.files = slices.Insert(s.files, i, f)
	return f
}

func (s *store) remove(number int) {
	if i, ok := s.find(number); ok {
		s.files[i].forgotten = true
		s.total -= len(s.files[i].items)
		for j := range s.files[i].items {
			if it := &s.files[i].items[j]; it.filing != nil {
				s.groups.remove(it.key, number)
			}
		}
		s.files = slices.Delete(s.files, i, i+1)
	}
}

func (s *store) clear() {
	for _, f := range s.files {
		f.forgotten = true
	}
	if s.groups.making != "" {
		s.groups.stale = true
	}
	making, stale := s.groups.making, s.groups.stale
	*s = store{groups: groups{making: making, stale: stale}}
}

// add puts an item after the others of its file and gives it its Ref.
func (s *store) add(f *file, it item) {
	e := &it.entry
	e.Ref = wire.Ref{File: f.number, N: len(f.items)}
	it.words = words(e)
	if it.filing == nil {
		f.failed++
	} else {
		f.opened++
	}
	f.items = append(f.items, it)
	if f.forgotten {
		return
	}
	s.total++
	if it.filing != nil {
		s.groups.add(it.key, it.entry.Ref)
	}
}

func words(e *wire.Entry) string {
	parts := []string{e.Name, e.Issuer, e.Symbol, e.Period}
	if e.Form != "" {
		parts = append(parts, "form "+e.Form)
	}
	return strings.ToLower(strings.Join(append(parts, e.Owners...), "\n"))
}

func (s *store) item(ref wire.Ref) (*item, bool) {
	i, ok := s.find(ref.File)
	if !ok || ref.N < 0 || ref.N >= len(s.files[i].items) {
		return nil, false
	}
	return &s.files[i].items[ref.N], true
}

func (s *store) all() iter.Seq[*item] {
	return func(yield func(*item) bool) {
		for _, f := range s.files {
			for i := range f.items {
				if !yield(&f.items[i]) {
					return
				}
			}
		}
	}
}

// list returns the window of count entries from the from-th that hold every word
// of the query, in any case and anywhere, and how many such entries there are. If
// there are any refs, only the entries of their files count.
func (s *store) list(from, count int, query string, of ...wire.Ref) (window []wire.Entry, matching int) {
	wanted := strings.Fields(strings.ToLower(query))
	files := map[int]bool{}
	for _, ref := range of {
		files[ref.File] = true
	}
	for it := range s.all() {
		if !holdsAll(it.words, wanted) || len(of) > 0 && !files[it.entry.Ref.File] {
			continue
		}
		if matching >= from && len(window) < count {
			window = append(window, it.entry)
		}
		matching++
	}
	return window, matching
}

// chosen returns the filings that refs name, or all for none: copies, so that a
// Forget in the midst of an export does it no harm.
func (s *store) chosen(refs []wire.Ref) (filings []item) {
	if len(refs) == 0 {
		for it := range s.all() {
			if it.filing != nil {
				filings = append(filings, *it)
			}
		}
		return filings
	}
	for _, ref := range refs {
		if it, ok := s.item(ref); ok && it.filing != nil {
			filings = append(filings, *it)
		}
	}
	return filings
}
