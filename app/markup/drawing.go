package markup

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// svgSpace is the name space that a browser draws elements of.
const svgSpace = "http://www.w3.org/2000/svg"

// Draw makes an element of a drawing. go-app cannot give it a class (it sets the
// property className, which drawings have read-only), so the style sheet goes by
// data-is.
func Draw(tag, is string, children ...app.UI) app.HTMLElem {
	e := app.Elem(tag).XMLNS(svgSpace)
	if is != "" {
		e = e.Attr("data-is", is)
	}
	return e.Body(children...)
}

// Place places an element of a drawing.
func Place(e app.HTMLElem, name string, v float64) app.HTMLElem {
	return e.Attr(name, Coordinate(v))
}

// Coordinate writes a place to a tenth of a unit.
func Coordinate(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }

func Line(is string, x1, y1, x2, y2 float64) app.UI {
	return Place(Place(Place(Place(Draw("line", is), "x1", x1), "y1", y1), "x2", x2), "y2", y2)
}

func Label(is, text string, x, y float64) app.UI {
	return Place(Place(Draw("text", is, app.Text(text)), "x", x), "y", y)
}

// PointMark draws the mark of a point: a circle, or for what is to be looked at a
// diamond, a triangle or a square, so that no colour is needed to tell them apart.
func PointMark(is string, x, y float64) app.UI {
	const r = 4.5
	c := Coordinate
	switch is {
	case "amended":
		return Draw("path", is).Attr("d", "M"+c(x)+" "+c(y-8)+"L"+c(x+8)+" "+c(y)+"L"+c(x)+" "+c(y+8)+"L"+c(x-8)+" "+c(y)+"Z")
	case "gap", "likely":
		return Draw("path", is).Attr("d", "M"+c(x)+" "+c(y-r-2)+"L"+c(x+r+2)+" "+c(y+r)+"L"+c(x-r-2)+" "+c(y+r)+"Z")
	case "broken":
		return Draw("path", is).Attr("d", "M"+c(x-r)+" "+c(y-r)+"H"+c(x+r)+"V"+c(y+r)+"H"+c(x-r)+"Z")
	}
	return Place(Place(Place(Draw("circle", is), "cx", x), "cy", y), "r", r)
}
