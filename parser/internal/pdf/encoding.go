package pdf

import (
	"strconv"
	"strings"

	"filingview/parser/internal/sheet"
)

// names of letters as fonts call them, beyond those that are the letter itself, in
// turn with the letter (Adobe Glyph List). Ligatures are their letters.
const glyphNames = "space   exclam ! quotedbl \" numbersign # dollar $ percent % ampersand & quotesingle ' parenleft ( parenright ) asterisk * plus + " +
	"comma , hyphen - period . slash / zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 colon : semicolon ; less < " +
	"equal = greater > question ? at @ bracketleft [ backslash \\ bracketright ] asciicircum ^ underscore _ grave ` braceleft { bar | " +
	"braceright } asciitilde ~ exclamdown ¡ cent ¢ sterling £ currency ¤ yen ¥ brokenbar ¦ section § dieresis ¨ copyright © ordfeminine ª " +
	"guillemotleft « logicalnot ¬ registered ® macron ¯ degree ° plusminus ± twosuperior ² threesuperior ³ acute ´ mu µ paragraph ¶ " +
	"periodcentered · cedilla ¸ onesuperior ¹ ordmasculine º guillemotright » onequarter ¼ onehalf ½ threequarters ¾ questiondown ¿ " +
	"Agrave À Aacute Á Acircumflex Â Atilde Ã Adieresis Ä Aring Å AE Æ Ccedilla Ç Egrave È Eacute É Ecircumflex Ê Edieresis Ë Igrave Ì " +
	"Iacute Í Icircumflex Î Idieresis Ï Eth Ð Ntilde Ñ Ograve Ò Oacute Ó Ocircumflex Ô Otilde Õ Odieresis Ö multiply × Oslash Ø Ugrave Ù " +
	"Uacute Ú Ucircumflex Û Udieresis Ü Yacute Ý Thorn Þ germandbls ß agrave à aacute á acircumflex â atilde ã adieresis ä aring å ae æ " +
	"ccedilla ç egrave è eacute é ecircumflex ê edieresis ë igrave ì iacute í icircumflex î idieresis ï eth ð ntilde ñ ograve ò oacute ó " +
	"ocircumflex ô otilde õ odieresis ö divide ÷ oslash ø ugrave ù uacute ú ucircumflex û udieresis ü yacute ý thorn þ ydieresis ÿ " +
	"quoteleft ‘ quoteright ’ quotedblleft “ quotedblright ” quotesinglbase ‚ quotedblbase „ endash – emdash — bullet • ellipsis … dagger † " +
	"daggerdbl ‡ perthousand ‰ guilsinglleft ‹ guilsinglright › fraction ⁄ Euro € trademark ™ minus − fi fi fl fl ff ff ffi ffi ffl ffl " +
	"OE Œ oe œ Scaron Š scaron š Zcaron Ž zcaron ž Ydieresis Ÿ florin ƒ circumflex ˆ tilde ˜ dotlessi ı Lslash Ł lslash ł nbspace   " +
	"nonbreakingspace   sfthyphen - checkbox ☐ checkboxchecked ☒ " +
	"a19 ☒ a20 ☒ a21 ☒ a22 ☒ a23 ☒ a24 ☒ a71 ● a73 ■ a74 ☐ a75 ☐ a203 ☐ a204 ☐ "

// letterNamed gives the letters of a glyph name: those of the list, single letters,
// uniXXXX and uXXXX; a variant (a.sc) is its letter. Unknown names give nothing.
func letterNamed(n string) string {
	if i := strings.IndexByte(n, '.'); i > 0 {
		n = n[:i]
	}
	if len(n) == 1 {
		return n
	}
	if n == "" || strings.ContainsAny(n, " ") {
		return ""
	}
	if at := strings.Index(glyphNames, " "+n+" "); at >= 0 || strings.HasPrefix(glyphNames, n+" ") {
		if at < 0 {
			at = -1
		}
		rest := glyphNames[at+1+len(n)+1:]
		if strings.HasPrefix(rest, "  ") {
			return " "
		}
		letter, _, _ := strings.Cut(rest, " ")
		return letter
	}
	for _, prefix := range [...]string{"uni", "u"} {
		digits, ok := strings.CutPrefix(n, prefix)
		if !ok || len(digits) < 4 || len(digits) > 6 {
			continue
		}
		if r, err := strconv.ParseUint(digits, 16, 32); err == nil && r < 0x110000 {
			return string(rune(r))
		}
	}
	return ""
}

// baseLetter gives the letter of a code in one of the encodings that have names
// (Annex D); where they say nothing, codes are ASCII.
func baseLetter(encoding string, c byte) string {
	if c < 32 {
		return ""
	}
	switch encoding {
	case "WinAnsiEncoding":
		if c >= 0x80 && c < 0xA0 {
			return cut("€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ", int(c)-0x80)
		}
		if c == 0x7F {
			return "•"
		}
		return string(rune(c))
	case "MacRomanEncoding":
		if c >= 0x80 {
			return cut("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ", int(c)-0x80)
		}
		return string(rune(c))
	}
	switch c {
	case 0x27:
		return "’"
	case 0x60:
		return "‘"
	}
	if c < 0x7F {
		return string(rune(c))
	}
	if c >= 0xA1 && c <= 0xFB {
		return strings.Trim(cut("¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ\x00–†‡·\x00¶•‚„”»…‰\x00¿\x00`´ˆ˜¯˘˙¨\x00˚¸\x00˝˛ˇ—\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00Æ\x00ª\x00\x00\x00\x00ŁØŒº\x00\x00\x00\x00\x00æ\x00\x00\x00ı\x00\x00łøœß", int(c)-0xA1), "\x00")
	}
	return ""
}

func cut(s string, n int) string {
	for _, r := range s {
		if n == 0 {
			return plainLetters(string(r))
		}
		n--
	}
	return ""
}

// plainLetters writes ligatures as their letters.
func plainLetters(s string) string {
	for _, l := range [...][2]string{{"ﬁ", "fi"}, {"ﬂ", "fl"}, {"ﬀ", "ff"}, {"ﬃ", "ffi"}, {"ﬄ", "ffl"}, {"ﬅ", "st"}, {"ﬆ", "st"}} {
		if strings.Contains(s, l[0]) {
			s = strings.ReplaceAll(s, l[0], l[1])
		}
	}
	return s
}

// symbolIn gives what a code of a font of symbols shows, if it is a box to tick or a
// tick: by the code itself, or by the private letter that stands for it.
func symbolIn(base string, c rune) string {
	if c >= 0xF000 && c <= 0xF0FF {
		c -= 0xF000
	}
	low := strings.ToLower(base)
	switch {
	case strings.Contains(low, "dingbats"):
		switch c {
		case '3', '4', '5', '6', '7', '8':
			return sheet.Checked
		case 'o', 'p', 'q', 'r':
			return sheet.Unchecked
		case 'l':
			return "●"
		case 'n':
			return "■"
		}
	case strings.Contains(low, "wingdings2"), strings.Contains(low, "wingdings-2"), strings.Contains(low, "wingdings 2"):
		switch c {
		case 'O', 'P', 'Q', 'R', 'S', 'T', 'U', 'V':
			return sheet.Checked
		case 0xA3, '*':
			return sheet.Unchecked
		}
	case strings.Contains(low, "wingdings"):
		switch c {
		case 'x', 0xFB, 0xFC, 0xFD, 0xFE:
			return sheet.Checked
		case 'o', 0xA8:
			return sheet.Unchecked
		case 'l':
			return "●"
		case 'n':
			return "■"
		}
	}
	return ""
}

// standardWidths gives the widths of the fonts that a PDF need not bring along.
func standardWidths(base string) *[95]uint16 {
	if i := strings.IndexByte(base, '+'); i >= 0 {
		base = base[i+1:]
	}
	low := strings.ToLower(base)
	switch {
	case strings.Contains(low, "courier"), strings.Contains(low, "mono"):
		return &courier
	case strings.Contains(low, "times"), strings.Contains(low, "serif") && !strings.Contains(low, "sans"):
		return &times
	}
	return &helvetica
}

var courier = func() (w [95]uint16) {
	for i := range w {
		w[i] = 600
	}
	return w
}()

// The widths of Helvetica and Times-Roman, from the space to the tilde.
var (
	helvetica = [95]uint16{278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556,
		278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611,
		278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500,
		334, 260, 334, 584}
	times = [95]uint16{250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500,
		278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611,
		333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444,
		480, 200, 480, 541}
)
