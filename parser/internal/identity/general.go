package identity

import (
	"cmp"

	"filingview/parser/ownership"
)

// maxOthers bounds the names that are compared with each other to find whether a note
// is general: a note on lines of more holders is.
const maxOthers = 8

// generalNotes returns the ids of the notes of a filing that hang on lines which are told
// apart by something else, the words of the nature or another note: what they say
// of holders is of all of them, and names none.
func (r *Reader) generalNotes(f *ownership.Filing) map[string]bool {
	if r.filing == f {
		return r.general
	}
	r.filing, r.general = f, nil
	others := map[string]map[string]*Name{} // by note, the names that its lines have by other means
	for _, rows := range [...][]ownership.Row{f.TableI, f.TableII} {
		for i := range rows {
			row := &rows[i]
			if own, _ := row.Ownership.Get(); own != ownership.Indirect {
				continue
			}
			marks := marksOf(row)
			nature := r.nature(row.NatureOfOwnership.V)
			for _, id := range marks {
				if len(r.naming(f, id).holders) == 0 {
					continue
				}
				other := nature.only()
				for _, o := range marks {
					if n := r.naming(f, o); o != id && nature.only() == nil && len(n.holders) == 1 && n.weight > disclaims {
						other = surer(other, &n.holders[0])
					}
				}
				if other == nil {
					continue
				}
				if others[id] == nil {
					others[id] = map[string]*Name{}
				}
				if len(others[id]) <= maxOthers {
					others[id][other.key()] = other
				}
			}
		}
	}
	for id, all := range others {
		if len(all) > maxOthers || differ(all) {
			if r.general == nil {
				r.general = map[string]bool{}
			}
			r.general[id] = true
		}
	}
	return r.general
}

// differ reports whether two of the names are of two holders.
func differ(all map[string]*Name) bool {
	for _, a := range all {
		for _, b := range all {
			if a.Like(b) < Alike {
				return true
			}
		}
	}
	return false
}

// surer returns the name that says more, so that the order of the notes decides nothing.
func surer(a, b *Name) *Name {
	if a == nil || cmp.Or(cmp.Compare(len(b.Words), len(a.Words)), cmp.Compare(len(b.Dated), len(a.Dated)), cmp.Compare(a.key(), b.key()), cmp.Compare(a.Shown, b.Shown)) > 0 {
		return b
	}
	return a
}

// marksOf returns the notes that hang on the ownership of a row.
func marksOf(row *ownership.Row) []string {
	nature, own := row.NatureOfOwnership.Notes, row.Ownership.Notes
	if len(own) == 0 {
		return nature
	}
	return append(nature[:len(nature):len(nature)], own...)
}
