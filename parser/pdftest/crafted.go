package pdftest

import (
	"fmt"
	"strings"
)

// File is a PDF with a name that tells what is done in it.
type File struct {
	Name string
	Data []byte
}

// Crafted returns small files that have driven readers of PDFs into endless loops,
// stack overflows, and out of memory. None of them holds a filing.
func Crafted() []File {
	const hello = "BT /F1 9 Tf 20 20 Td (Hello) Tj ET"
	good := func() *file { return onePage(stream("", hello), courier) }
	changed := func(object int, body string) []byte {
		f := good()
		f.objects[object-1] = body
		return f.bytes()
	}
	mapped := func(cmap string) []byte {
		return onePage(stream("", "BT /F1 9 Tf <0001> Tj ET"),
			"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 6 0 R>>", stream("", cmap)).bytes()
	}
	outline := func(more ...string) []byte {
		f := onePage(stream("", hello), courier, more...)
		f.objects[0] = "<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R>>"
		return f.bytes()
	}
	all := []File{
		{"cut-to-nothing", []byte("%PDF-1.4\n%%EOF\n")},
		{"hello", good().bytes()},
		{"pages-in-pages", changed(2, "<</Type/Pages/Kids[2 0 R]/Count 5>>")},
		{"page-its-own-parent", changed(3, "<</Type/Page/Parent 3 0 R/MediaBox[0 0 792 612]/Contents 4 0 R>>")},
		{"pages-without-number", changed(2, "<</Type/Pages/Kids[3 0 R]/Count 9223372036854775807>>")},
		{"page-a-thousand-times", changed(2, "<</Type/Pages/Kids["+strings.Repeat("3 0 R ", 20_000)+"]/Count 20000>>")},
		{"page-of-no-size", changed(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e38 -1e38]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>")},
		{"string-without-end", changed(4, stream("", "BT /F1 9 Tf <48"))},
		{"dictionary-without-end", changed(4, stream("", "BT /F1 9 Tf /X "+strings.Repeat("<</A", 5000)))},
		{"arrays-in-arrays", changed(3, "<</Type/Page/Parent 2 0 R/MediaBox "+strings.Repeat("[", 100_000)+">>")},
		{"restored-too-often", changed(4, stream("", strings.Repeat("Q ", 1000)+hello))},
		{"saved-too-often", changed(4, stream("", strings.Repeat("q ", 2_000_000)+hello))},
		{"bomb", changed(4, bomb("", strings.Repeat(" ", 1<<16), 4<<10))},
		{"bomb-of-letters", changed(4, bomb("", "BT /F1 9 Tf "+strings.Repeat("(Hello) Tj ", 1<<12)+"ET ", 1<<10))},
		{"bomb-of-rules", changed(4, bomb("", strings.Repeat("0 0 9 9 re f ", 1<<12), 1<<10))},
		{"wide-predictor", changed(4, deflated("/DecodeParms<</Predictor 12/Columns 6000000000>>", hello))},
		{"negative-predictor", changed(4, deflated("/DecodeParms<</Predictor 12/Columns -5>>", hello))},
		{"length-beyond-the-end", changed(4, "<</Length 99999999999>>\nstream\n"+hello+"\nendstream")},
		{"length-of-itself", changed(4, "<</Length 4 0 R>>\nstream\n"+hello+"\nendstream")},
		{"filters-on-filters", changed(4, stream("/Filter["+strings.Repeat("/FlateDecode", 10_000)+"]", hello))},
		{"font-without-end", changed(5, "<</Type/Font/Subtype/Type1/BaseFont/Courier/FirstChar -999999999/LastChar 999999999999/Widths 5 0 R>>")},
		{"outline-of-itself", outline("<</First 6 0 R/Title(x)>>")},
		{"outline-without-end", outline("<</First 7 0 R>>", "<</Title(x)/Next 7 0 R>>")},
		{"map-of-billions", mapped("begincmap 1 begincodespacerange <00> <FF> endcodespacerange 4000000000 beginbfchar endbfchar endcmap")},
		{"map-of-ranges", mapped("begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange " + strings.Repeat("1 beginbfrange <0000> <FFFF> <0041> endbfrange ", 2000) + "endcmap")},
		{"map-of-long-codes", mapped("begincmap 1 begincodespacerange <0000000000> <FFFFFFFFFF> endcodespacerange endcmap")},
		{"form-in-itself", formInItself()},
		{"forms-doubling", formsDoubling()},
		{"structure-in-itself", structureInItself()},
		{"table-far-away", []byte("%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\nxref\n900000000 1\n0000000009 00000 n \ntrailer\n<</Size 2/Root 1 0 R>>\nstartxref\n45\n%%EOF\n")},
		{"stream-of-objects-in-itself", xrefStream("\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x09\x00\x00\x02\x00\x00\x00\x02\x00\x00", "/Size 10/Index[0 3]")},
		{"table-of-100-million", xrefStream("\x01\x00\x00\x00\x09\x00\x00", "/Size 100000000/Index[0 1]")},
		{"table-of-too-many", xrefStream("\x01\x00\x00\x00\x09\x00\x00", "/Size 1000000000000000000/Index[0 1]")},
	}
	loop := good()
	loop.trailer = fmt.Sprintf("/Prev %d", strings.Index(string(loop.bytes()), "xref\n"))
	all = append(all, File{"table-before-itself", loop.bytes()})
	for i := range all {
		all[i].Name += ".pdf"
	}
	return all
}

// formInItself draws a form that draws itself.
func formInItself() []byte {
	const resources = "/Resources<</XObject<</X 6 0 R>>>>"
	f := onePage(stream("", "/X Do"), courier, stream("/Type/XObject/Subtype/Form/BBox[0 0 1 1]"+resources, "/X Do /X Do"))
	f.objects[2] = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 792 612]" + resources + "/Contents 4 0 R>>"
	return f.bytes()
}

// formsDoubling draws forms that each draw the next one twice: 2 to the power of 40
// letters.
func formsDoubling() []byte {
	f := onePage(stream("", "/X Do"), courier)
	f.objects[2] = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 792 612]/Resources<</XObject<</X 6 0 R>>>>/Contents 4 0 R>>"
	const levels = 40
	for i := range levels {
		content := "/X Do /X Do"
		if i == levels-1 {
			content = "BT /F1 9 Tf (Hello) Tj ET"
		}
		f.objects = append(f.objects, stream(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</Font<</F1 5 0 R>>/XObject<</X %d 0 R>>>>", 7+i), content))
	}
	return f.bytes()
}

// structureInItself has a structure tree whose element is its own child.
func structureInItself() []byte {
	f := onePage(stream("", "/TD <</MCID 0>> BDC BT /F1 9 Tf (Hello) Tj ET EMC"), courier,
		"<</Type/StructTreeRoot/K 7 0 R>>", "<</Type/StructElem/S/Table/P 6 0 R/K[7 0 R 7 0 R]>>")
	f.objects[0] = "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 6 0 R/MarkInfo<</Marked true>>>>"
	return f.bytes()
}

// xrefStream is a file whose table is a stream of these entries.
func xrefStream(entries, dict string) []byte {
	const head = "%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
	return []byte(head + "9 0 obj\n" + stream("/Type/XRef/W[1 4 2]/Root 1 0 R"+dict, entries) + fmt.Sprintf("\nendobj\nstartxref\n%d\n%%%%EOF\n", len(head)))
}
