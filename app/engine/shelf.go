package engine

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"filingview/app/wire"
)

// shelf holds the opened filings, file by file in the order of the page's
// numbers, which is the order in which the user gave them.
type shelf struct {
	files []*file
	total int // items of all files
	books books
}

// file is one file of the user's and what was found in it.
type file struct {
	number int
	name   string
	items  []item
	opened int
	failed int

	cancelled bool // stop reading; what is opened stays
	forgotten bool // stop reading; it is off the shelf
}

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

func (s *shelf) find(number int) (int, bool) {
	return slices.BinarySearchFunc(s.files, number, func(f *file, n int) int { return cmp.Compare(f.number, n) })
}

// put makes room for a file. What stood under its number is gone.
func (s *shelf) put(number int, name string) *file {
	s.remove(number)
	f := &file{number: number, name: name}
	i, _ := s.find(number)
	s.files = slices.Insert(s.files, i, f)
	return f
}

func (s *shelf) remove(number int) {
	if i, ok := s.find(number); ok {
		s.files[i].forgotten = true
		s.total -= len(s.files[i].items)
		for j := range s.files[i].items {
			if it := &s.files[i].items[j]; it.filing != nil {
				s.books.remove(it.key, number)
			}
		}
		s.files = slices.Delete(s.files, i, i+1)
	}
}

func (s *shelf) clear() {
	for _, f := range s.files {
		f.forgotten = true
	}
	if s.books.making != "" {
		s.books.spoilt = true
	}
	making, spoilt := s.books.making, s.books.spoilt
	*s = shelf{books: books{making: making, spoilt: spoilt}}
}

// add puts an item behind the others of its file and gives it its Ref.
func (s *shelf) add(f *file, it item) {
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
		s.books.add(it.key, it.entry.Ref)
	}
}

func words(e *wire.Entry) string {
	parts := []string{e.Name, e.Issuer, e.Symbol, e.Period}
	if e.Form != "" {
		parts = append(parts, "form "+e.Form)
	}
	return strings.ToLower(strings.Join(append(parts, e.Owners...), "\n"))
}

func (s *shelf) item(ref wire.Ref) (*item, bool) {
	i, ok := s.find(ref.File)
	if !ok || ref.N < 0 || ref.N >= len(s.files[i].items) {
		return nil, false
	}
	return &s.files[i].items[ref.N], true
}

func (s *shelf) all() iter.Seq[*item] {
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
func (s *shelf) list(from, count int, query string, of ...wire.Ref) (window []wire.Entry, matching int) {
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
