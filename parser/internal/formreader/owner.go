package formreader

import (
	"slices"
	"strings"
	"unicode"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/reason"
	"filingview/parser/internal/relationship"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// ownerReader reads the reporting owners and their relationships to the issuer.
type ownerReader struct {
	*document
	boxes *boxes
	after int // the block after the last table
}

// readOwners reads box 1 and the box of relationships for the first owner, and the
// table of reporting owners, where there is one, for all of them. EDGAR's older page
// repeats box 1 for each owner of a joint filing after Table II instead.
func (r *ownerReader) readOwners() {
	first := r.boxOwner(r.boxes)
	box := relationship.Read(r.boxes.lines[form.BoxRelationship])
	box.Fill(&r.f.Source, &first.Relationship)
	listed := r.ownerTable()
	repeated := r.repeatedOwners()
	switch {
	case len(listed) > 0:
		// The table gives each owner in full, but the first is in box 1 too, cell
		// by cell.
		if r.isFirst(&listed[0], &first) {
			if r.damaged {
				second(&first, &listed[0])
			} else {
				agree(&first.Relationship, &listed[0].Relationship)
			}
			merge(&first, &listed[0])
			listed = listed[1:]
		}
		r.f.Owners = append([]ownership.Owner{first}, listed...)
	default:
		r.f.Owners = []ownership.Owner{first}
		for _, o := range repeated {
			if !slices.ContainsFunc(r.f.Owners, func(have ownership.Owner) bool { return sameName(have.Name.V, o.Name.V) }) {
				o.Relationship = shared(first.Relationship)
				r.f.Owners = append(r.f.Owners, o)
			}
		}
	}
	if len(r.f.Owners) == 1 && unknown(&r.f.Owners[0]) {
		r.f.Owners = nil
	}
}

// shared takes the relationship in the box of the first owner for that of another,
// for whom the page prints none, and says so.
func shared(first ownership.Relationship) ownership.Relationship {
	for _, v := range [...]*ownership.Reading{&first.IsDirector.Reading, &first.IsTenPercentOwner.Reading, &first.IsOfficer.Reading,
		&first.IsOther.Reading, &first.OfficerTitle.Reading, &first.OtherText.Reading} {
		if v.State != ownership.Absent {
			v.Repairs = nil
			reason.Doubt(v, reason.SharedBox.Of())
		}
	}
	return first
}

// unknown reports whether an owner has neither name nor address, and no box.
func unknown(o *ownership.Owner) bool {
	r := &o.Relationship
	return o.Name.State == ownership.Absent && o.Address.Street1.State == ownership.Absent && o.Address.City.State == ownership.Absent &&
		!r.IsDirector.V && !r.IsTenPercentOwner.V && !r.IsOfficer.V && !r.IsOther.V
}

// isFirst reports whether an owner of the table is the one in box 1. Its name and
// address may have run together into one line.
func (r *ownerReader) isFirst(listed, first *ownership.Owner) bool {
	if first.Name.State != ownership.Known || sameName(listed.Name.V, first.Name.V) {
		return true
	}
	name := strings.ToUpper(strings.Join(strings.Fields(first.Name.V), " "))
	rest, ok := strings.CutPrefix(strings.ToUpper(strings.Join(strings.Fields(listed.Name.V), " ")), name+" ")
	if ok && listed.Address.Street1.State != ownership.Known && strings.ContainsAny(rest, "0123456789") {
		return true
	}
	return r.damaged && len(name) > 5 && sheet.Within(name, strings.ToUpper(listed.Name.V), 2)
}

// merge gives box 1's owner what only the table of owners says.
func merge(first, listed *ownership.Owner) {
	if first.Name.State != ownership.Known {
		first.Name = listed.Name
	}
	if first.Address.Street1.State != ownership.Known && first.Address.City.State != ownership.Known {
		first.Address = listed.Address
	}
	a, b := &first.Relationship, &listed.Relationship
	if a.IsDirector.State != ownership.Known {
		a.IsDirector, a.IsTenPercentOwner, a.IsOfficer, a.IsOther = b.IsDirector, b.IsTenPercentOwner, b.IsOfficer, b.IsOther
	}
	if b.OfficerTitle.State == ownership.Known && (a.OfficerTitle.State != ownership.Known || len(b.OfficerTitle.V) >= len(a.OfficerTitle.V) ||
		b.OtherText.State == ownership.Known) {
		a.OfficerTitle = b.OfficerTitle
	} else if b.OtherText.State == ownership.Known && b.OfficerTitle.State != ownership.Known {
		a.OfficerTitle = b.OfficerTitle
	}
	if b.OtherText.State == ownership.Known {
		a.OtherText = b.OtherText
	}
}

func sameName(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " ")) && a != ""
}

// boxOwner reads the name and address in box 1.
func (r *ownerReader) boxOwner(in *boxes) ownership.Owner {
	var o ownership.Owner
	lines := in.lines[form.BoxOwner]
	streets := in.lines[form.BoxLast]
	if r.damaged {
		lines, streets = legible(lines), legible(streets)
	}
	if len(lines) > 0 {
		printed.SetText(&r.f.Source, &o.Name, lines[:1])
		streets = slices.Concat(lines[1:], streets)
	}
	city, country := in.lines[form.BoxStreet], in.lines[form.BoxCity]
	if len(in.lines[form.BoxStreet]) == 0 && !in.has(form.BoxStreet) {
		// Before 2003: the address is lines without labels.
		streets, city, country = cityOf(streets)
	}
	if len(in.lines[form.BoxStreet]) > 0 && len(city) > 1 && city[0][0].At.Page == city[len(city)-1][0].At.Page && !cells(city) {
		// More than a line stands there: the last is the city's.
		streets = slices.Concat(streets, city[:len(city)-1])
		city = city[len(city)-1:]
	}
	r.address(&o.Address, streets, city, country)
	return o
}

// legible leaves out lines with less than three letters or digits: what a machine
// makes of the raised asterisk beside the label, and of specks.
func legible(lines [][]sheet.Word) [][]sheet.Word {
	return slices.DeleteFunc(slices.Clone(lines), func(l []sheet.Word) bool {
		n := 0
		for _, c := range printed.Joined(l) {
			if unicode.IsLetter(c) || unicode.IsDigit(c) {
				n++
			}
		}
		return n < 3
	})
}

// cells reports whether lines are cells side by side rather than one below the
// other, which HTML alone cannot tell by place: there each is a line.
func cells(lines [][]sheet.Word) bool {
	if lines[0][0].Box == (ownership.Box{}) {
		return true
	}
	bottom := lines[0][0].Box.Y1
	for _, w := range lines[0] {
		bottom = max(bottom, w.Box.Y1) // a cell may be wrapped
	}
	return lines[len(lines)-1][0].Box.Y0 < bottom
}

// cityOf finds the line of city, state and zip code at the end of an address, and
// the country after it.
func cityOf(lines [][]sheet.Word) (streets, city, country [][]sheet.Word) {
	for i := len(lines) - 1; i >= 0; i-- {
		if n := len(lines[i]); n > 1 && looksZip(lines[i][n-1].Text) || n > 2 && looksZip(lines[i][n-2].Text+lines[i][n-1].Text) {
			return lines[:i], lines[i : i+1], lines[i+1:]
		}
	}
	return lines, nil, nil
}

func looksZip(s string) bool {
	s = strings.Trim(s, ".,")
	return len(s) == 5 && form.IsDigits(s) || len(s) == 10 && s[5] == '-' && form.IsDigits(s[:5]) && form.IsDigits(s[6:])
}

// address fills streets, then city, state and zip code, then the country.
func (r *ownerReader) address(a *ownership.Address, streets, city, country [][]sheet.Word) {
	if len(streets) > 0 {
		printed.SetText(&r.f.Source, &a.Street1, streets[:1])
	}
	if len(streets) > 1 {
		printed.SetText(&r.f.Source, &a.Street2, streets[1:])
	}
	name, state, zip := cityParts(city)
	if len(name) > 0 {
		printed.SetText(&r.f.Source, &a.City, name)
		a.City.V = strings.TrimRight(a.City.V, ",")
	}
	if len(state) > 0 {
		printed.SetText(&r.f.Source, &a.State, state)
		if code, ok := form.StateCode(a.State.V); ok {
			a.State.V = code
		}
	}
	if len(zip) > 0 {
		printed.SetText(&r.f.Source, &a.ZipCode, zip)
	}
	if len(country) > 0 {
		printed.SetText(&r.f.Source, &a.Country, country)
	}
}

// cityParts takes "BOZEMAN MONTANA 59715" apart: by the cells that it came in, by
// wide gaps, else by what a zip code and a state look like.
func cityParts(lines [][]sheet.Word) (city, state, zip [][]sheet.Word) {
	if n := len(lines) - 1; n > 0 {
		// A city of two lines, with state and zip code beside them.
		if s, z := stateZip(lines[n]); s != nil {
			return lines[:n], [][]sheet.Word{s}, [][]sheet.Word{z}
		}
	}
	switch len(lines) {
	case 0:
		return nil, nil, nil
	case 2, 3:
		if len(lines) == 2 {
			if looksPostal(printed.Joined(lines[1])) {
				c, s, _ := cityParts(lines[:1])
				return c, s, lines[1:]
			}
			return lines[:1], lines[1:], nil
		}
		return lines[:1], lines[1:2], lines[2:]
	}
	words := slices.Concat(lines...)
	if chunks := gaps(words); len(chunks) == 3 {
		return chunks[:1], chunks[1:2], chunks[2:]
	} else if len(chunks) == 2 {
		if looksPostal(printed.Joined(chunks[1])) {
			c, s, _ := cityParts(chunks[:1])
			return c, s, chunks[1:]
		}
		if _, ok := form.StateCode(printed.Joined(chunks[1])); ok {
			return chunks[:1], chunks[1:], nil
		}
	}
	end := len(words)
	for n := 1; n <= 2 && n < len(words); n++ {
		if looksPostal(printed.Joined(words[len(words)-n:])) {
			zip = [][]sheet.Word{words[len(words)-n:]}
			end = len(words) - n
			break
		}
	}
	for n := min(4, end-1); n >= 1; n-- {
		if _, ok := form.StateCode(printed.Joined(words[end-n : end])); ok {
			state = [][]sheet.Word{words[end-n : end]}
			end -= n
			break
		}
	}
	if end > 0 {
		city = [][]sheet.Word{words[:end]}
	}
	return city, state, zip
}

// stateZip takes "CA 94043" apart, and nothing else.
func stateZip(words []sheet.Word) (state, zip []sheet.Word) {
	for n := 1; n <= 2 && n < len(words); n++ {
		at := len(words) - n
		if _, ok := form.StateCode(printed.Joined(words[:at])); ok && looksPostal(printed.Joined(words[at:])) {
			return words[:at], words[at:]
		}
	}
	return nil, nil
}

// gaps cuts a line where the space is wider than three letters.
func gaps(words []sheet.Word) [][]sheet.Word {
	if len(words) == 0 || words[0].Box == (ownership.Box{}) {
		return nil
	}
	var out [][]sheet.Word
	start := 0
	for i := 1; i <= len(words); i++ {
		if i < len(words) {
			w := &words[i-1]
			letter := (w.Box.X1 - w.Box.X0) / float32(max(1, len(w.Text)))
			if words[i].Box.X0-w.Box.X1 < 3*letter {
				continue
			}
		}
		out = append(out, words[start:i:i])
		start = i
	}
	return out
}

// looksPostal reports whether text is a zip or postal code: five digits, nine, or
// digits and letters in short groups. "SUITE 330" is none, nor is what the Postal Service
// calls a unit in two letters (Publication 28, C2).
func looksPostal(s string) bool {
	if looksZip(s) {
		return true
	}
	digits, letters := 0, 0
	for _, c := range s {
		switch {
		case c >= '0' && c <= '9':
			digits++
			letters = 0
		case c >= 'A' && c <= 'Z':
			if letters++; letters > 2 {
				return false
			}
		case c == ' ' || c == '-':
			letters = 0
		default:
			return false
		}
	}
	for _, unit := range [...]string{"FL ", "PH ", "RM ", "NO "} {
		if strings.HasPrefix(s, unit) {
			return false
		}
	}
	return digits >= 2 && len(s) >= 4 && len(s) <= 10
}
