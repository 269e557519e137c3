package markup

import "strings"

// ID makes a text fit for an id, and no two texts the same.
func ID(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-', r == '.':
			b.WriteRune(r)
		default:
			const hex = "0123456789abcdef"
			b.WriteByte('_')
			for shift := 20; shift >= 0; shift -= 4 {
				b.WriteByte(hex[r>>shift&0xf])
			}
		}
	}
	if b.Len() == 0 {
		return "_"
	}
	return b.String()
}
