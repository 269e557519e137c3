package sheet

// Within reports whether two words differ by at most d letters, which are others, left
// out or added, as where a machine has read them.
func Within(a, b string, d int) bool {
	if d < 0 || len(a)-len(b) > d || len(b)-len(a) > d {
		return false
	}
	for a != "" && b != "" && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	if a == "" || b == "" {
		return len(a)+len(b) <= d
	}
	return Within(a[1:], b[1:], d-1) || Within(a[1:], b, d-1) || Within(a, b[1:], d-1)
}
