package app

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// root is the page. It belongs to the views: what stands here is the smallest
// root that starts the Worker, to be replaced by the real one, which does the
// same in its OnMount and keeps the Worker.
type root struct {
	app.Compo

	worker *Worker
	status Status
}

// OnMount starts the engine.
func (r *root) OnMount(ctx app.Context) {
	r.worker = StartWorker()
	r.worker.Watch(ctx, func(_ app.Context, s Status) { r.status = s })
}

// Render shows how far the reading is.
func (r *root) Render() app.UI {
	return app.Div().Body(
		app.Input().Type("file").Multiple(true),
		app.P().Text(fmt.Sprintf("%d of %d files read, %d filings, %d failures. %s%s",
			r.status.Done, r.status.Files, r.status.Opened, r.status.Failed, r.status.Notice, r.status.Broken)),
	)
}
