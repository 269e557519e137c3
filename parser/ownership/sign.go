package ownership

// SignOf returns whether a transaction of a code acquires or disposes of securities of
// Table I (1) or II (2), and false where it may do either (Form 4, Instruction 8).
func SignOf(code string, table int) (AcquiredDisposed, bool) {
	switch code {
	case "P", "A":
		return Acquired, true
	case "S", "D", "F", "U":
		return Disposed, true
	case "M", "C":
		if table == 2 {
			return Disposed, true
		}
		return Acquired, true
	case "X", "O", "H":
		if table == 2 {
			return Disposed, true
		}
	}
	return "", false
}
