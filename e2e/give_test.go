//go:build e2e

package e2e_test

import (
	"path/filepath"

	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// drop drags files or folders over the middle of the window and lets them go.
func (b *tab) drop(paths ...string) {
	b.Helper()
	middle := value[[2]float64](b, `[innerWidth / 2, innerHeight / 2]`)
	b.dropAt(middle[0], middle[1], paths...)
}

func (b *tab) dropAt(x, y float64, paths ...string) {
	b.Helper()
	b.drag(input.DispatchDragEventTypeDragEnter, x, y, paths)
	b.drag(input.DispatchDragEventTypeDragOver, x, y, paths)
	b.drag(input.DispatchDragEventTypeDrop, x, y, paths)
}

func (b *tab) drag(step input.DispatchDragEventType, x, y float64, paths []string) {
	b.Helper()
	data := &input.DragData{Items: []*input.DragDataItem{}, DragOperationsMask: 1, Files: b.absolute(paths)}
	if err := call(b, input.DispatchDragEvent, input.DispatchDragEventParams{Type: step, X: x, Y: y, Data: data}); err != nil {
		b.Fatalf("%s: %v", step, err)
	}
}

// choose gives files to the page's file input, as its dialog does.
func (b *tab) choose(paths ...string) {
	b.Helper()
	ids, err := chromedp.Run(b.ctx, chromedp.QueryNodeIDs(chromedp.CSS(`input[type=file]`), chromedp.NodeReady))
	b.must(err)
	b.must(call(b, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: b.absolute(paths), NodeID: ids[0]}))
}

func (b *tab) absolute(paths []string) []string {
	b.Helper()
	all := make([]string, len(paths))
	for i, p := range paths {
		var err error
		all[i], err = filepath.Abs(p)
		b.must(err)
	}
	return all
}
