package formreader

import (
	"strings"
	"testing"

	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

func textLines(s string) [][]sheet.Word {
	var lines [][]sheet.Word
	for l := range strings.SplitSeq(s, "/") {
		lines = append(lines, words(l, 0))
	}
	return lines
}

// withoutPlaces takes words their places, as HTML gives none.
func withoutPlaces(lines [][]sheet.Word) [][]sheet.Word {
	for _, l := range lines {
		for i := range l {
			l[i].Box = ownership.Box{}
		}
	}
	return lines
}

// TestPostalCodes: a zip code has five digits, or nine with a dash; codes of other
// countries are short groups of digits and capitals.
func TestPostalCodes(t *testing.T) {
	for s, want := range map[string][2]bool{ // a zip code, a postal code
		"06831": {true, true}, "06831-1234": {true, true}, "06831,": {true, true}, "0683": {false, true}, "068311": {false, true},
		"06831 1234": {false, true}, "0683A": {false, true}, "06831-123": {false, true}, "0A831-1234": {false, true}, "06831-12A4": {false, true},
		"SW1A 1AA": {false, true}, "V6E 2K3": {false, true}, "D8": {}, "AB1C": {}, "AB12": {false, true}, "A12": {}, "sw1a 1aa": {}, "9999999999": {false, true}, "99999999999": {},
		"STREET": {}, "": {}, "Z90A": {false, true},
	} {
		if got := [2]bool{looksZip(s), looksPostal(s)}; got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}

// TestCityParts: city, state and zip code come in cells, with wide gaps, or in one line,
// where a zip code and a state tell them apart; some are left out.
func TestCityParts(t *testing.T) {
	for _, c := range []struct{ lines, want string }{
		{"MARLOW CT 06831", "MARLOW|CT|06831"},
		{"MARLOW CT", "MARLOW|CT|"},
		{"MARLOW 06831", "MARLOW||06831"},
		{"MARLOW", "MARLOW||"},
		{"NEW YORK NY 10001", "NEW YORK|NY|10001"},
		{"CHAPEL HILL NORTH CAROLINA 27514", "CHAPEL HILL|NORTH CAROLINA|27514"},
		{"ST PETER PORT GUERNSEY GY1 1AA", "ST PETER PORT|GUERNSEY|GY1 1AA"},
		{"MAJURO MARSHALL ISLANDS", "MAJURO|MARSHALL ISLANDS|"},
		{"MARLOW       CT       06831", "MARLOW|CT|06831"},
		{"MARLOW       06831", "MARLOW||06831"},
		{"MARLOW CT       06831", "MARLOW|CT|06831"},
		{"MARLOW       CT", "MARLOW|CT|"},
		{"MARLOW       GREEN CT 06831", "MARLOW GREEN|CT|06831"},
		{"MARLOW/06831", "MARLOW||06831"},
		{"MARLOW/CT", "MARLOW|CT|"},
		{"MARLOW CT/06831", "MARLOW|CT|06831"},
		{"MARLOW/CT/06831", "MARLOW|CT|06831"},
	} {
		city, state, zip := cityParts(textLines(c.lines))
		if got := printed.JoinedLines(city) + "|" + printed.JoinedLines(state) + "|" + printed.JoinedLines(zip); got != c.want {
			t.Errorf("%s: %q, want %q", c.lines, got, c.want)
		}
	}
	if city, state, zip := cityParts(nil); city != nil || state != nil || zip != nil {
		t.Error("there is a city in no lines")
	}
	city, state, zip := cityParts(withoutPlaces(textLines("MARLOW CT 06831")))
	if got := printed.JoinedLines(city) + "|" + printed.JoinedLines(state) + "|" + printed.JoinedLines(zip); got != "MARLOW|CT|06831" {
		t.Errorf("without places: %q", got)
	}
}

// TestCityOf: forms before 2003 print the address without labels: the last line with a
// zip code is the city's, what follows is the country.
func TestCityOf(t *testing.T) {
	for _, c := range []struct{ lines, want string }{
		{"9 HERON LANE/MARLOW CT 06831", "9 HERON LANE|MARLOW CT 06831|"},
		{"9 HERON LANE/MARLOW CT 06831/USA", "9 HERON LANE|MARLOW CT 06831|USA"},
		{"MARLOW CT 06831", "|MARLOW CT 06831|"},
		{"9 HERON LANE/06831", "9 HERON LANE 06831||"}, // a zip code alone is no city
		{"9 HERON LANE/MARLOW CT 06831- 1234", "9 HERON LANE|MARLOW CT 06831- 1234|"},
		{"9 HERON LANE/06831- 1234", "9 HERON LANE 06831- 1234||"},
		{"12345 MAIN STREET/MARLOW CT", "12345 MAIN STREET MARLOW CT||"},
	} {
		streets, city, country := cityOf(textLines(c.lines))
		if got := printed.JoinedLines(streets) + "|" + printed.JoinedLines(city) + "|" + printed.JoinedLines(country); got != c.want {
			t.Errorf("%s: %q, want %q", c.lines, got, c.want)
		}
	}
}

// TestIsFirst: the table of owners begins with the owner in box 1, whose address may have
// run into the name, and whose letters a machine may have misread.
func TestIsFirst(t *testing.T) {
	for _, c := range []struct {
		box, listed string
		damaged     bool
		want        bool
	}{
		{"FERRAND ODILE M", "Ferrand  Odile M", false, true},
		{"FERRAND ODILE M", "OMF HOLDINGS", false, false},
		{"FERRAND ODILE M", "FERRAND ODILE M 9 HERON LANE", false, true},
		{"FERRAND ODILE M", "FERRAND ODILE M TRUST", false, false}, // another owner
		{"FERRAND ODILE M", "FERRAND OD1LE H", true, true},
		{"FERRAND ODILE M", "FERRAND OD1LE H", false, false},
		{"FERRAND ODILE M", "FERRAMD OD1LE H", true, false},
		{"DOE JO", "DOE JA", true, true},
		{"DOE J", "DOE K", true, false}, // too short to tell
		{"", "OMF HOLDINGS", false, true},
	} {
		text := func(s string) (v ownership.Value[string]) {
			if v.V = s; s != "" {
				v.State = ownership.Known
			}
			return v
		}
		first, listed := ownership.Owner{Name: text(c.box)}, ownership.Owner{Name: text(c.listed)}
		r := &ownerReader{document: &document{damaged: c.damaged}}
		if got := r.isFirst(&listed, &first); got != c.want {
			t.Errorf("%q in box 1, %q in the table (damaged %t): %t", c.box, c.listed, c.damaged, got)
		}
	}
}

// TestLegible: a line needs three letters or digits to be one.
func TestLegible(t *testing.T) {
	if got := printed.JoinedLines(legible(textLines("be/* =/PO 9/-/Rye"))); got != "PO 9 Rye" {
		t.Errorf("%q", got)
	}
}

// TestEndsAddress: an address ends with the country after a zip code, or with city, state
// and zip code where no country follows.
func TestEndsAddress(t *testing.T) {
	for _, c := range []struct {
		lines string
		at    int
		want  bool
	}{
		{"FERRAND ODILE/9 HERON LANE/MARLOW CT 06831/OMF HOLDINGS", 2, true},
		{"FERRAND ODILE/9 HERON LANE/MARLOW CT 06831/UNITED STATES", 2, false},
		{"FERRAND ODILE/9 HERON LANE/MARLOW CT 06831/OMF HOLDINGS", 1, false},
		{"BOX IN 06831/9 HERON LANE", 0, false}, // the name
		{"FERRAND ODILE/MARLOW 06831/OMF HOLDINGS", 1, false},
		{"FERRAND ODILE/MARLOW/CT/06831/UNITED STATES/OMF HOLDINGS", 4, true},
		{"FERRAND ODILE/MARLOW/06831/UNITED STATES/OMF HOLDINGS", 3, true},
		{"FERRAND ODILE/MARLOW/CT/06831/UNITED STATES/OMF HOLDINGS", 3, false},
		{"MARLOW/06831/UNITED STATES/OMF HOLDINGS", 2, false},
	} {
		if got := endsAddress(textLines(c.lines), c.at); got != c.want {
			t.Errorf("%s at %d: %t", c.lines, c.at, got)
		}
	}
}

// TestGaps: a space wider than three letters parts a line; one of three letters does.
func TestGaps(t *testing.T) {
	for text, want := range map[string]int{"MARLOW CT": 1, "MARLOW  CT": 1, "MARLOW   CT": 2, "MARLOW    CT    06831": 3, "MARLOW": 1, "": 0} {
		if got := len(gaps(words(text, 0))); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

// TestMerge: what only the table of owners says is added to the owner in box 1, and what
// box 1 says stays.
func TestMerge(t *testing.T) {
	text := func(s string) (v ownership.Value[string]) {
		if v.V = s; s != "" {
			v.State = ownership.Known
		}
		return v
	}
	mark := ownership.Value[bool]{V: true, Reading: ownership.Reading{State: ownership.Known}}
	listed := ownership.Owner{Name: text("FERRAND ODILE M"), Address: ownership.Address{Street1: text("9 HERON LANE"), City: text("MARLOW")},
		Relationship: ownership.Relationship{IsDirector: mark, IsOther: mark}}
	var empty ownership.Owner
	merge(&empty, &listed)
	if empty.Name.V != "FERRAND ODILE M" || empty.Address.City.V != "MARLOW" || !empty.Relationship.IsOther.V {
		t.Errorf("an empty box 1: %+v", empty)
	}
	unmarked := ownership.Value[bool]{Reading: ownership.Reading{State: ownership.Known}}
	for _, a := range []ownership.Address{{Street1: text("1 OWL ROAD")}, {City: text("RYE")}} {
		box := ownership.Owner{Name: text("O M FERRAND"), Address: a, Relationship: ownership.Relationship{IsDirector: unmarked}}
		want := box
		if merge(&box, &listed); box.Name.V != want.Name.V || box.Address.Street1.V != a.Street1.V || box.Address.City.V != a.City.V || box.Relationship.IsDirector.V {
			t.Errorf("box 1 says %+v, not %+v", box, want)
		}
	}
	for _, c := range []struct{ title, other, listedTitle, listedOther, wantTitle, wantOther string }{
		{"", "", "CEO", "", "CEO", ""},
		{"CEO", "", "Chief Executive", "", "Chief Executive", ""},
		{"CEO", "", "CFO", "", "CFO", ""},
		{"Chief Executive", "", "CEO", "", "Chief Executive", ""}, // the table cuts titles
		{"Chief Executive, Adviser", "", "CEO", "Adviser", "CEO", "Adviser"},
		{"Adviser", "", "", "Adviser", "", "Adviser"},
		{"CEO", "", "", "", "CEO", ""},
	} {
		box := ownership.Owner{Relationship: ownership.Relationship{OfficerTitle: text(c.title), OtherText: text(c.other)}}
		merge(&box, &ownership.Owner{Relationship: ownership.Relationship{OfficerTitle: text(c.listedTitle), OtherText: text(c.listedOther)}})
		if r := &box.Relationship; r.OfficerTitle.V != c.wantTitle || r.OtherText.V != c.wantOther {
			t.Errorf("%+v: %q, %q", c, r.OfficerTitle.V, r.OtherText.V)
		}
	}
}

// TestUnknown: an owner of whom nothing is read is none.
func TestUnknown(t *testing.T) {
	if !unknown(&ownership.Owner{}) {
		t.Error("nothing is read, and it is an owner")
	}
	for i := range 7 {
		var o ownership.Owner
		switch known := (ownership.Reading{State: ownership.Known}); i {
		case 0:
			o.Name.Reading = known
		case 1:
			o.Address.Street1.Reading = known
		case 2:
			o.Address.City.Reading = known
		default:
			*[]*bool{&o.Relationship.IsDirector.V, &o.Relationship.IsTenPercentOwner.V, &o.Relationship.IsOfficer.V, &o.Relationship.IsOther.V}[i-3] = true
		}
		if unknown(&o) {
			t.Errorf("part %d is read, and it is no owner", i)
		}
	}
}

// TestOwnerAddress: the SEC's page prints city, state and zip code below each other, older
// text in one line.
func TestOwnerAddress(t *testing.T) {
	for lines, want := range map[string]string{
		"9 HERON LANE/MARLOW/CT/06831/UNITED STATES": "9 HERON LANE||MARLOW|CT|06831|UNITED STATES",
		"9 HERON LANE/APT 4/MARLOW/CT/06831":         "9 HERON LANE|APT 4|MARLOW|CT|06831|",
		"MARLOW/CT/06831":                            "||MARLOW|CT|06831|",
		"9 HERON LANE/MARLOW, CT 06831":              "9 HERON LANE||MARLOW|CT|06831|",
		"9 HERON LANE/APT 4/MARLOW, CT 06831/FRANCE": "9 HERON LANE|APT 4|MARLOW|CT|06831|FRANCE",
		"UNITED STATES":                              "|||||UNITED STATES",
		"9 HERON LANE/06831":                         "9 HERON LANE|06831||||",
	} {
		var a ownership.Address
		(&ownerReader{document: &document{f: &ownership.Filing{}}}).ownerAddress(&a, textLines(lines))
		if got := strings.Join([]string{a.Street1.V, a.Street2.V, a.City.V, a.State.V, a.ZipCode.V, a.Country.V}, "|"); got != want {
			t.Errorf("%s: %q, want %q", lines, got, want)
		}
	}
}
