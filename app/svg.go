package app

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// svgSpace is the name space that a browser draws elements of.
const svgSpace = "http://www.w3.org/2000/svg"

// draw makes an element of a drawing. go-app cannot give it a class (it sets the
// property className, which drawings have read-only), so the style sheet goes by
// data-is.
func draw(tag, is string, children ...app.UI) app.HTMLElem {
	e := app.Elem(tag).XMLNS(svgSpace)
	if is != "" {
		e = e.Attr("data-is", is)
	}
	return e.Body(children...)
}

// at places an element of a drawing.
func at(e app.HTMLElem, name string, v float64) app.HTMLElem {
	return e.Attr(name, coordinate(v))
}

// coordinate writes a place to a tenth of a unit.
func coordinate(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }

func line(is string, x1, y1, x2, y2 float64) app.UI {
	return at(at(at(at(draw("line", is), "x1", x1), "y1", y1), "x2", x2), "y2", y2)
}

func label(is, text string, x, y float64) app.UI {
	return at(at(draw("text", is, app.Text(text)), "x", x), "y", y)
}

// shape draws the mark of a point: a circle, or for what is to be looked at a
// diamond, a triangle or a square, so that no colour is needed to tell them apart.
func shape(is string, x, y float64) app.UI {
	const r = 4.5
	c := coordinate
	switch is {
	case "amended":
		return draw("path", is).Attr("d", "M"+c(x)+" "+c(y-8)+"L"+c(x+8)+" "+c(y)+"L"+c(x)+" "+c(y+8)+"L"+c(x-8)+" "+c(y)+"Z")
	case "gap":
		return draw("path", is).Attr("d", "M"+c(x)+" "+c(y-r-2)+"L"+c(x+r+2)+" "+c(y+r)+"L"+c(x-r-2)+" "+c(y+r)+"Z")
	case "broken":
		return draw("path", is).Attr("d", "M"+c(x-r)+" "+c(y-r)+"H"+c(x+r)+"V"+c(y+r)+"H"+c(x-r)+"Z")
	}
	return at(at(at(draw("circle", is), "cx", x), "cy", y), "r", r)
}
