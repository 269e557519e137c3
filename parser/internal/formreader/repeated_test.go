package formreader

import (
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// TestShared: the page prints one box of relationships for all owners; what it says of the
// others is in doubt and says why, and what it does not say stays away.
func TestShared(t *testing.T) {
	known := ownership.Reading{State: ownership.Known, How: ownership.Placed, Repairs: []ownership.Repair{{Reason: "of the first owner"}}}
	first := ownership.Relationship{IsDirector: ownership.Value[bool]{V: true, Reading: known}, IsOfficer: ownership.Value[bool]{Reading: known}, OfficerTitle: ownership.Value[string]{V: "Chief", Reading: known}}
	got := shared(first)
	if !got.IsDirector.V || got.IsOfficer.V || got.OfficerTitle.V != "Chief" {
		t.Errorf("%+v", got)
	}
	for name, v := range map[string]*ownership.Reading{"director": &got.IsDirector.Reading, "officer": &got.IsOfficer.Reading, "title": &got.OfficerTitle.Reading} {
		if v.How != ownership.Guessed || len(v.Repairs) != 1 || v.Repairs[0].Cause != ownership.CauseSharedBox {
			t.Errorf("%s: %+v", name, v)
		}
	}
	for name, v := range map[string]*ownership.Reading{"10 %": &got.IsTenPercentOwner.Reading, "other": &got.IsOther.Reading, "text": &got.OtherText.Reading} {
		if v.State != ownership.Absent || len(v.Repairs) > 0 {
			t.Errorf("%s: %+v", name, v)
		}
	}
	if len(first.IsDirector.Repairs) != 1 || first.IsDirector.How != ownership.Placed {
		t.Errorf("the first owner is changed: %+v", first.IsDirector)
	}
}

// TestRepeatedOwners: EDGAR's older page repeats box 1 for each further owner after Table
// II; an owner ends where the next begins, or the explanations.
func TestRepeatedOwners(t *testing.T) {
	const box = "1. Name and Address of Reporting Person "
	for _, c := range []struct{ name, text, want string }{
		{"none", "Signatures|/s/ Odile", ""},
		{"one", box + "OMF HOLDINGS|9 HERON LANE|(Street) MARLOW CT 06831", "OMF HOLDINGS, 9 HERON LANE, MARLOW"},
		{"two", box + "OMF HOLDINGS|9 HERON LANE|" + box + "QUINCE LP|7 MILL LANE", "OMF HOLDINGS, 9 HERON LANE, ; QUINCE LP, 7 MILL LANE, "},
		{"explanations after them", box + "OMF HOLDINGS|9 HERON LANE|Explanation of Responses:|(1) Held.", "OMF HOLDINGS, 9 HERON LANE, "},
		{"before the end of the tables", box + "OMF HOLDINGS", "OMF HOLDINGS, , "},
		{"a label alone", box, ""},
		{"with another box", box + "OMF HOLDINGS|5. Relationship of Reporting Person(s) to Issuer X Director", "OMF HOLDINGS, , "},
	} {
		blocks := append(blocksOf(box+"FERRAND ODILE M"), blocksOf(c.text)...)
		r := &ownerReader{document: &document{sheet: &sheet.Sheet{}, blocks: blocks, f: &ownership.Filing{}}, after: 1}
		var got []string
		for _, o := range r.repeatedOwners() {
			got = append(got, o.Name.V+", "+o.Address.Street1.V+", "+o.Address.City.V)
			if o.Relationship.IsDirector.State != ownership.Absent {
				t.Errorf("%s: %+v", c.name, o.Relationship)
			}
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
	}
}

// TestJointOwners: an owner who stands there twice is one, and further ones have the
// relationship of the first, in doubt.
func TestJointOwners(t *testing.T) {
	const box = "1. Name and Address of Reporting Person "
	blocks := blocksOf("Table|" + box + "omf  holdings|9 HERON LANE|" + box + "OMF HOLDINGS|" + box + "FERRAND ODILE M")
	b := boxes{}
	b.lines[form.BoxOwner] = [][]sheet.Word{words("FERRAND ODILE M", 0)}
	b.lines[form.BoxRelationship] = [][]sheet.Word{words("X Director 10% Owner Officer (give title below) Other (specify below)", 0)}
	r := &ownerReader{document: &document{sheet: &sheet.Sheet{}, blocks: blocks, f: &ownership.Filing{}}, boxes: &b, after: 1}
	r.readOwners()
	var got []string
	for i := range r.f.Owners {
		o := &r.f.Owners[i]
		got = append(got, o.Name.V+" "+stated(&o.Relationship.IsDirector)+" "+o.Relationship.IsDirector.How.String())
	}
	first := ownership.Labeled
	if len(r.f.Owners) > 0 {
		first = r.f.Owners[0].Relationship.IsDirector.How
	}
	if s := strings.Join(got, "; "); s != "FERRAND ODILE M true "+first.String()+"; omf  holdings true guessed" && s != "FERRAND ODILE M true "+first.String()+"; omf holdings true guessed" || first == ownership.Guessed {
		t.Errorf("%s", s)
	}
	// A form that names nobody and ticks nothing has no owner.
	empty := boxes{}
	r = &ownerReader{document: &document{sheet: &sheet.Sheet{}, f: &ownership.Filing{}}, boxes: &empty}
	if r.readOwners(); len(r.f.Owners) != 0 {
		t.Errorf("%+v", r.f.Owners)
	}
	empty.lines[form.BoxRelationship] = b.lines[form.BoxRelationship]
	if r.readOwners(); len(r.f.Owners) != 1 || !r.f.Owners[0].Relationship.IsDirector.V {
		t.Errorf("an owner without a name: %+v", r.f.Owners)
	}
}

// TestCells: lines whose words stand beside each other are cells; a wrapped cell is as tall
// as its lines, and HTML gives no places: there each line is a cell.
func TestCells(t *testing.T) {
	lower := func(lines [][]sheet.Word, by ...float32) [][]sheet.Word {
		for i, l := range lines {
			for k := range l {
				l[k].Box.Y0 += by[i]
				l[k].Box.Y1 += by[i]
			}
		}
		return lines
	}
	for _, c := range []struct {
		name  string
		lines [][]sheet.Word
		want  bool
	}{
		{"side by side", lower(textLines("MARLOW/CT/06831"), 0, 0, 0), true},
		{"one below the other", lower(textLines("9 HERON LANE/MARLOW"), 0, 1), false},
		{"a little lower", lower(textLines("MARLOW/CT"), 0, 0.9), true},
		{"one line", lower(textLines("MARLOW CT"), 0), true},
		{"without places", withoutPlaces(textLines("9 HERON LANE/MARLOW")), true},
	} {
		if got := cells(c.lines); got != c.want {
			t.Errorf("%s: %t", c.name, got)
		}
	}
	wrapped := lower(textLines("SAN PELEGRINO/CT"), 0, 1)
	wrapped[0][1].Box.Y0, wrapped[0][1].Box.Y1 = 1, 2
	if !cells(wrapped) {
		t.Error("a wrapped city and the state beside its second line are no cells")
	}
}

// TestBoxOwner: the name is the first line of box 1, the street what stands before
// "(Street)", the city's line what stands after it; without labels, before 2003, the line
// with the zip code is the city's.
func TestBoxOwner(t *testing.T) {
	lines := func(s string, top float32) [][]sheet.Word {
		if s == "" {
			return nil
		}
		out := textLines(s)
		for _, l := range out {
			for k := range l {
				l[k].Box.Y0, l[k].Box.Y1 = top, top+1
			}
			top += 1
		}
		return out
	}
	for _, c := range []struct {
		name, owner, last, street, city string
		labelled                        bool
		want                            string // name; streets; city; state; zip; country
	}{
		{"with labels", "FERRAND ODILE M", "9 HERON LANE", "MARLOW CT 06831", "", true, "FERRAND ODILE M; 9 HERON LANE; ; MARLOW; CT; 06831; "},
		{"two streets", "FERRAND ODILE M", "QUILLMARK INC/9 HERON LANE", "MARLOW CT 06831", "", true, "FERRAND ODILE M; QUILLMARK INC; 9 HERON LANE; MARLOW; CT; 06831; "},
		{"the street under the name", "FERRAND ODILE M/9 HERON LANE", "", "MARLOW CT 06831", "", true, "FERRAND ODILE M; 9 HERON LANE; ; MARLOW; CT; 06831; "},
		{"a street after its label", "FERRAND ODILE M", "", "9 HERON LANE/MARLOW CT 06831", "", true, "FERRAND ODILE M; 9 HERON LANE; ; MARLOW; CT; 06831; "},
		{"a country", "FERRAND ODILE M", "9 HERON LANE", "MARLOW X0 SL7 1AA", "UNITED KINGDOM", true, "FERRAND ODILE M; 9 HERON LANE; ; MARLOW; X0; SL7 1AA; UNITED KINGDOM"},
		{"without labels", "FERRAND ODILE M/9 HERON LANE/MARLOW CT 06831/USA", "", "", "", false, "FERRAND ODILE M; 9 HERON LANE; ; MARLOW; CT; 06831; USA"},
		{"a label and nothing after it", "FERRAND ODILE M/9 HERON LANE/MARLOW CT 06831", "", "", "", true, "FERRAND ODILE M; 9 HERON LANE; MARLOW CT 06831; ; ; ; "},
		{"nobody", "", "9 HERON LANE", "MARLOW CT 06831", "", true, "; 9 HERON LANE; ; MARLOW; CT; 06831; "},
	} {
		var b boxes
		b.lines[form.BoxOwner], b.lines[form.BoxLast], b.lines[form.BoxStreet], b.lines[form.BoxCity] = lines(c.owner, 0), lines(c.last, 10), lines(c.street, 20), lines(c.city, 30)
		b.found[form.BoxStreet] = c.labelled
		o := (&ownerReader{document: &document{sheet: &sheet.Sheet{}, f: &ownership.Filing{}}}).boxOwner(&b)
		a := &o.Address
		got := strings.Join([]string{o.Name.V, a.Street1.V, a.Street2.V, a.City.V, a.State.V, a.ZipCode.V, a.Country.V}, "; ")
		if got != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.name, got, c.want)
		}
	}
}

// TestOwnerRow: a mark under a head ticks the box, an empty box does not; under Officer and
// Other stand texts, which a mark alone is none of.
func TestOwnerRow(t *testing.T) {
	for _, c := range []struct{ cells, want string }{
		{"FERRAND ODILE M|X||Chief Officer|", "FERRAND ODILE M: true false true false; Chief Officer; "},
		{"FERRAND ODILE M||X||Member of group", "FERRAND ODILE M: false true false true; ; Member of group"},
		{"FERRAND ODILE M|||X|X", "FERRAND ODILE M: false false true true; ; "},
		{"FERRAND ODILE M|☐|☒|☐|", "FERRAND ODILE M: false true false false; ; "},
		{"FERRAND ODILE M|( X )|( )|( )|( )", "FERRAND ODILE M: true false false false; ; "},
		{"FERRAND ODILE M|( )|( )|( X )|( )", "FERRAND ODILE M: false false true false; ; "},
		{"FERRAND ODILE M|||☐ Chief|", "FERRAND ODILE M: false false true false; ☐ Chief; "},
		{"FERRAND ODILE M|X", "FERRAND ODILE M: true false false false; ; "},
		{"FERRAND ODILE M           X|||Chief|", "FERRAND ODILE M: malformed X malformed X true malformed X; Chief; "},
		{"MALCOLM X|X|||", "MALCOLM X: true false false false; ; "},
		{"UNITED STATES|X|||", ": true false false false; ; "},
	} {
		r := &ownerReader{document: sourceOf(c.cells)}
		var cells []*sheet.Block
		for _, cell := range cellsOfText(c.cells) {
			cells = append(cells, &sheet.Block{Lines: cell.Lines})
		}
		o := r.ownerRow(cells)
		rel := &o.Relationship
		got := o.Name.V + ": " + strings.Join([]string{stated(&rel.IsDirector), stated(&rel.IsTenPercentOwner), stated(&rel.IsOfficer), stated(&rel.IsOther)}, " ") + "; " + rel.OfficerTitle.V + "; " + rel.OtherText.V
		if got != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.cells, got, c.want)
		}
	}
}
