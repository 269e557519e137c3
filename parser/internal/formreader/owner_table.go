package formreader

import (
	"slices"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// ownerTable reads the table "Reporting Owners": name and address, then a mark under
// Director and under 10% Owner, the title under Officer, a text under Other.
func (r *ownerReader) ownerTable() []ownership.Owner {
	start := -1
	for i := range r.blocks {
		if b := &r.blocks[i]; b.Table > 0 && form.IsOwnerHead(form.Folded(blockWords(b))) {
			start = i
			break
		}
	}
	if start < 0 {
		return nil
	}
	var rows [][]*sheet.Block
	number, row := r.blocks[start].Table, int32(-1)
	for i := start; i < len(r.blocks) && r.blocks[i].Table == number; i++ {
		if b := &r.blocks[i]; b.Row != row {
			rows, row = append(rows, nil), b.Row
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], &r.blocks[i])
	}
	var each [][]*sheet.Block
	for _, cells := range rows {
		if ownerHead(cells) || len(cells) < 3 || len(cells[0].Lines) == 0 {
			continue
		}
		each = append(each, apartOwners(cells)...)
	}
	if !r.given() || r.sheet.Cells {
		each = joinOwners(each)
	}
	var owners []ownership.Owner
	for _, cells := range each[:min(len(each), maxOwners)] {
		owners = append(owners, r.ownerRow(cells))
	}
	return owners
}

// apartOwners cuts a row of owners that ran together, where nothing rules them apart:
// after each address begins another name. The marks beside them go by their height.
func apartOwners(cells []*sheet.Block) [][]*sheet.Block {
	lines := cells[0].Lines
	var out [][]*sheet.Block
	top := float32(-1)
	for i := 0; i+1 < len(lines); i++ {
		a, b := &lines[i][0], &lines[i+1][0]
		if a.Box.Y1 == a.Box.Y0 || b.Box.Y0 < a.Box.Y1 || a.At.Page != b.At.Page {
			return [][]*sheet.Block{cells} // lines without places, or over two pages
		}
		if endsAddress(lines, i) {
			out, top = append(out, between(cells, top, b.Box.Y0)), b.Box.Y0
		}
	}
	if out == nil {
		return [][]*sheet.Block{cells}
	}
	return append(out, between(cells, top, lines[len(lines)-1][0].Box.Y1+1e6))
}

// endsAddress reports whether a line is an address's last: the country after a zip
// code, or city, state and zip code without one. A page may begin within an address.
func endsAddress(lines [][]sheet.Word, i int) bool {
	if i > 0 && looksPostal(printed.Joined(lines[i-1])) && (i > 2 || isPlace(lines[0])) {
		return !looksPostal(printed.Joined(lines[i]))
	}
	if i == 0 {
		return isCountry(lines[0]) && !(len(lines) > 1 && looksPostal(printed.Joined(lines[1])))
	}
	n := len(lines[i])
	return n > 2 && looksZip(lines[i][n-1].Text) && !onlyCountry(lines[i+1:i+2])
}

// between returns cells with those of their lines that stand from top to end.
func between(cells []*sheet.Block, top, end float32) []*sheet.Block {
	var out []*sheet.Block
	for _, c := range cells {
		b := *c
		b.Lines = nil
		for _, l := range c.Lines {
			if y := (l[0].Box.Y0 + l[0].Box.Y1) / 2; y >= top && y < end {
				b.Lines = append(b.Lines, l)
			}
		}
		out = append(out, &b)
	}
	return out
}

const maxOwners = 1000

func ownerHead(cells []*sheet.Block) bool {
	for _, b := range cells {
		text := form.Folded(blockWords(b))
		if form.IsOwnerHead(text) || len(text) == 1 && (form.IsOverRoles(text[0]) || form.RoleOf(text[0], "") == form.RoleDirector) ||
			form.HasPrefix(text, "director", "10%") {
			return true
		}
	}
	return false
}

// ownerRow reads one owner: the lines are name, streets, city, state, zip code and
// country, as the SEC's page prints them below each other.
func (r *ownerReader) ownerRow(cells []*sheet.Block) ownership.Owner {
	var o ownership.Owner
	lines, stray := strayTicks(cells[0].Lines)
	if onlyCountry(lines) {
		r.ownerAddress(&o.Address, lines)
	} else {
		printed.SetText(&r.f.Source, &o.Name, lines[:1])
		r.ownerAddress(&o.Address, lines[1:])
	}
	flags := [form.Roles]*ownership.Value[bool]{&o.Relationship.IsDirector, &o.Relationship.IsTenPercentOwner,
		&o.Relationship.IsOfficer, &o.Relationship.IsOther}
	texts := [form.Roles]*ownership.Value[string]{form.RoleOfficer: &o.Relationship.OfficerTitle, form.RoleOther: &o.Relationship.OtherText}
	for k := range flags {
		v := flags[k]
		v.State, v.How = ownership.Known, ownership.Placed
		var words []sheet.Word
		if k+1 < len(cells) {
			words = blockWords(cells[k+1])
		}
		if len(words) == 0 {
			if stray != nil { // which box it is of is not known
				v.State = ownership.Malformed
				v.Raw, v.At = printed.Raw(&r.f.Source, stray)
			}
			continue
		}
		// "( )" and "( X )" may be words of their own.
		v.V = slices.ContainsFunc(words, func(w sheet.Word) bool { return form.ReadTick(w.Text) != form.TickEmpty })
		v.Raw, v.At = printed.Raw(&r.f.Source, [][]sheet.Word{words})
		if texts[k] != nil && slices.ContainsFunc(words, func(w sheet.Word) bool { return form.ReadTick(w.Text) == form.TickUnknown }) {
			printed.SetText(&r.f.Source, texts[k], cells[k+1].Lines)
		}
	}
	return o
}

// strayTicks takes marks out of the lines of a name and its address that stand at their
// end, far from the words before: they are of the columns beside, whose borders are not
// where they were looked for. The X of "MALCOLM X" is near.
func strayTicks(lines [][]sheet.Word) (rest, ticks [][]sheet.Word) {
	rest = lines
	for i, l := range lines {
		n := len(l) - 1
		if n < 1 || form.ReadTick(l[n].Text) != form.TickSet || len(gaps(l[n-1:])) != 2 {
			continue
		}
		if ticks == nil {
			rest = slices.Clone(lines)
		}
		rest[i], ticks = l[:n:n], append(ticks, l[n:])
	}
	return rest, ticks
}

// onlyCountry reports whether lines are what the page of 2026 prints for owners
// without any address.
func onlyCountry(lines [][]sheet.Word) bool {
	return len(lines) == 1 && printed.Joined(lines[0]) == "UNITED STATES"
}

// ownerAddress reads an address without labels.
func (r *ownerReader) ownerAddress(a *ownership.Address, lines [][]sheet.Word) {
	n := len(lines)
	if n == 0 {
		return
	}
	zip := -1
	for i := n - 1; i > 0; i-- {
		if looksPostal(printed.Joined(lines[i])) {
			zip = i
			break
		}
	}
	if onlyCountry(lines) {
		r.address(a, nil, nil, lines)
		return
	}
	if zip < 2 {
		streets, city, country := cityOf(lines)
		r.address(a, streets, city, country)
		return
	}
	r.address(a, lines[:zip-2], lines[zip-2:zip+1], lines[zip+1:])
}

// repeatedOwners reads the boxes of further owners after Table II, as EDGAR's older
// page repeats them.
func (r *ownerReader) repeatedOwners() []ownership.Owner {
	var starts []int
	for i := r.after; i < len(r.blocks); i++ {
		if startsBox(&r.blocks[i], form.BoxOwner) {
			starts = append(starts, i)
		}
	}
	var owners []ownership.Owner
	for k, s := range starts {
		end := len(r.blocks)
		if k+1 < len(starts) {
			end = starts[k+1]
		}
		for i := s + 1; i < end; i++ {
			if text := form.Folded(blockWords(&r.blocks[i])); form.Holds(text, "explanation", "of") {
				end = i
				break
			}
		}
		in := readBoxes(r.blocks[s:end])
		if in.lines[form.BoxRelationship] = nil; len(in.lines[form.BoxOwner]) > 0 {
			owners = append(owners, r.boxOwner(&in))
		}
	}
	return slices.Clip(owners)
}
