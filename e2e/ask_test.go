//go:build e2e

package e2e_test

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
)

// do runs steps in the tab, for as long as patience lasts.
func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) error {
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	return chromedp.Do(ctx, steps...)
}

// must ends the test for an error of the harness.
func (b *tab) must(err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}

// call sends the tab a command whose answer holds nothing that matters.
func call[P, R any](b *tab, command cdp.Command[P, R], params P) error {
	_, err := answer(b, command, params)
	return err
}

// answer sends the tab a command.
func answer[P, R any](b *tab, command cdp.Command[P, R], params P) (R, error) {
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	return chromedp.Call(ctx, command, params)
}

// evaluate runs JavaScript in the page and waits for a promise.
func evaluate[T any](b *tab, expression string) (T, error) {
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	return chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// value is evaluate for what cannot fail.
func value[T any](b *tab, expression string, args ...any) T {
	b.Helper()
	v, err := evaluate[T](b, with(expression, args))
	if err != nil {
		b.Fatalf("%s: %v", with(expression, args), err)
	}
	return v
}

// run is value for what has none.
func (b *tab) run(expression string, args ...any) {
	b.Helper()
	value[chromedp.Void](b, expression, args...)
}

// with writes args into an expression where it says %s, as JavaScript does.
func with(expression string, args []any) string {
	if len(args) == 0 {
		return expression
	}
	quoted := make([]any, len(args))
	for i, a := range args {
		j, err := json.Marshal(a)
		if err != nil {
			panic(fmt.Sprintf("an argument of a test is no JSON: %v", err))
		}
		quoted[i] = string(j)
	}
	return fmt.Sprintf(expression, quoted...)
}

// until waits for a condition of the page. The policy of the page lets no text
// be run as a program, so the condition is sent as one and not as a text to poll.
func (b *tab) until(condition string, args ...any) {
	b.Helper()
	condition = with(condition, args)
	_, err := evaluate[bool](b, `new Promise((done) => {
		const look = () => (`+condition+`) ? done(true) : setTimeout(look, 15);
		look();
	})`)
	if err != nil {
		b.Fatalf("Waited in vain until %s (%v).\n%s", condition, err, b.state())
	}
}

// state tells what the page shows, for the sentence of a failure.
func (b *tab) state() string {
	s, err := evaluate[string](b, `location.href + "\n" + document.documentElement.outerHTML.slice(0, document.documentElement.outerHTML.indexOf(">") + 1) + "\n" + document.body.innerText.slice(0, 2000)`)
	if err != nil {
		return fmt.Sprintf("The page does not answer: %v", err)
	}
	return s
}
