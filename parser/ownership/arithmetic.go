package ownership

import "math"

// Sum returns d + e, exactly. ok is false if the sum needs more digits than a
// Decimal holds; the sum is 0 then.
func (d Decimal) Sum(e Decimal) (sum Decimal, ok bool) {
	if d.scale < e.scale {
		d, e = e, d
	}
	more := int64(pow10[d.scale-e.scale])
	if magnitude(e.coefficient) > uint64(limit/more) {
		return Decimal{}, false
	}
	n := d.coefficient + e.coefficient*more // both under 10^18: no overflow
	if n > limit || n < -limit {
		return Decimal{}, false
	}
	return Decimal{n, d.scale}, true
}

// Difference returns d - e, exactly, as Sum does.
func (d Decimal) Difference(e Decimal) (Decimal, bool) { return d.Sum(e.Negated()) }

// Negated returns -d.
func (d Decimal) Negated() Decimal {
	d.coefficient = -d.coefficient
	return d
}

// Magnitude returns d without its sign.
func (d Decimal) Magnitude() Decimal {
	if d.coefficient < 0 {
		return d.Negated()
	}
	return d
}

// Product returns d x e, exactly, as Sum does. Zeros that end a fraction go if
// there is no room for them.
func (d Decimal) Product(e Decimal) (Decimal, bool) {
	d, e = d.trimmed(), e.trimmed()
	scale := d.scale + e.scale
	if scale > maxDigits {
		return Decimal{}, false
	}
	if d.coefficient == 0 || e.coefficient == 0 {
		return Decimal{0, scale}, true
	}
	if magnitude(d.coefficient) > uint64(limit)/magnitude(e.coefficient) {
		return Decimal{}, false
	}
	return Decimal{d.coefficient * e.coefficient, scale}, true
}

func (d Decimal) trimmed() Decimal {
	for d.scale > 0 && d.coefficient%10 == 0 {
		d.coefficient, d.scale = d.coefficient/10, d.scale-1
	}
	return d
}

// Float returns the nearest float64: for drawing and for ratios, never for a
// balance.
func (d Decimal) Float() float64 { return float64(d.coefficient) / math.Pow10(int(d.scale)) }
