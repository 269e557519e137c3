package markup

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/parser/ownership"
)

// Rule names a rule and leads to what the page on the rules says of it. That page opens
// beside this one, so that the filing stays and, in a frame, the host does too.
// For no rule there is nothing.
func Rule(r ownership.Rule) app.UI {
	if r == 0 {
		return nil
	}
	name := r.String()
	return Link("rules.html#"+name, "rule", name).Attr("target", "_blank").Attr("rel", "noopener").Attr("title", "What this rule says, in a new tab")
}
