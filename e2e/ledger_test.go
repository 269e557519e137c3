//go:build e2e

package e2e_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// reported writes a filing of invented people: a Form 3, 4 or 4/A of a day, with the
// lines of Table I and notes that its first line's total cites.
func reported(form, day string, lines []string, notes ...string) string {
	cited := ""
	var texts strings.Builder
	for i, n := range notes {
		cited += fmt.Sprintf(`<footnoteId id="F%d"/>`, i+1)
		fmt.Fprintf(&texts, `<footnote id="F%d">%s</footnote>`, i+1, n)
	}
	table := ""
	for i, l := range lines {
		if i > 0 {
			cited = ""
		}
		table += strings.Replace(l, "CITED", cited, 1)
	}
	original := ""
	if strings.HasSuffix(form, "/A") {
		original = `<dateOfOriginalSubmission>` + day + `</dateOfOriginalSubmission>`
	}
	return `<?xml version="1.0"?><ownershipDocument><schemaVersion>X0508</schemaVersion><documentType>` + form + `</documentType>
<periodOfReport>` + day + `</periodOfReport>` + original + `
<issuer><issuerCik>0009900777</issuerCik><issuerName>Harrow Lane Robotics, Inc.</issuerName><issuerTradingSymbol>HRWL</issuerTradingSymbol></issuer>
<reportingOwner><reportingOwnerId><rptOwnerCik>0009911777</rptOwnerCik><rptOwnerName>Okoro Tamsin</rptOwnerName></reportingOwnerId>
<reportingOwnerRelationship><isDirector>1</isDirector></reportingOwnerRelationship></reportingOwner>
<nonDerivativeTable>` + table + `</nonDerivativeTable>
<footnotes>` + texts.String() + `</footnotes>
<ownerSignature><signatureName>/s/ Tamsin Okoro</signatureName><signatureDate>` + day + `</signatureDate></ownerSignature></ownershipDocument>`
}

func trade(day, code, sign, shares, following string) string {
	return `<nonDerivativeTransaction><securityTitle><value>Common Stock</value></securityTitle><transactionDate><value>` + day + `</value></transactionDate>
<transactionCoding><transactionFormType>4</transactionFormType><transactionCode>` + code + `</transactionCode><equitySwapInvolved>0</equitySwapInvolved></transactionCoding>
<transactionAmounts><transactionShares><value>` + shares + `</value></transactionShares><transactionPricePerShare><value>10</value></transactionPricePerShare><transactionAcquiredDisposedCode><value>` + sign + `</value></transactionAcquiredDisposedCode></transactionAmounts>
<postTransactionAmounts><sharesOwnedFollowingTransaction><value>` + following + `</value>CITED</sharesOwnedFollowingTransaction></postTransactionAmounts>
<ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature></nonDerivativeTransaction>`
}

func held(amount, how, by string) string {
	nature := ""
	if by != "" {
		nature = `<natureOfOwnership><value>` + by + `</value></natureOfOwnership>`
	}
	return `<nonDerivativeHolding><securityTitle><value>Common Stock</value></securityTitle>
<postTransactionAmounts><sharesOwnedFollowingTransaction><value>` + amount + `</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
<ownershipNature><directOrIndirectOwnership><value>` + how + `</value></directOrIndirectOwnership>` + nature + `</ownershipNature></nonDerivativeHolding>`
}

// career writes the filings of one owner over two years: they add up, but for a
// note that explains one total and a jump that nothing explains.
func career(t *testing.T) []string {
	t.Helper()
	folder := t.TempDir()
	var files []string
	for name, text := range map[string]string{
		"a.xml": reported("3", "2023-01-10", []string{held("10000", "D", ""), held("5000", "I", "By Trust")}),
		"b.xml": reported("4", "2023-03-01", []string{trade("2023-03-01", "P", "A", "2000", "12000"), trade("2023-03-01", "P", "A", "500", "12500"), held("5000", "I", "By Trust")}),
		"c.xml": reported("4", "2023-06-01", []string{trade("2023-06-01", "S", "D", "1000", "11812")}, "Includes 312 shares acquired under the issuer's employee stock purchase plan on May 31, 2023."),
		"d.xml": reported("4/A", "2023-06-01", []string{trade("2023-06-01", "S", "D", "1000", "11812")}, "Includes 312 shares acquired under the issuer's employee stock purchase plan on May 31, 2023."),
		"e.xml": reported("4", "2024-02-01", []string{trade("2024-02-01", "P", "A", "100", "15500"), held("4000", "I", "By Trust")}),
		"f.xml": reported("4", "2024-05-01", []string{trade("2024-05-01", "S", "D", "1500", "14000"), trade("2024-05-01", "P", "A", "100", "14907")}),
	} {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	return files
}

const (
	// everyMark: each line of the tables has its mark.
	everyMark = `[...document.querySelectorAll("article .table1 tr[data-line], article .table2 tr[data-line]")].every((r) => r.querySelector("button.state[data-line][data-line-state][data-rule]"))
		&& document.querySelectorAll("article button.state").length > 0`
	settled = `document.documentElement.dataset.state === "showing"`
)

// toFiling shows the filing of a file's name.
func (b *tab) toFiling(name string) {
	b.Helper()
	href := value[string](b, `[...document.querySelectorAll("nav .entries a")].find((a) => a.querySelector(".file").textContent === %s).getAttribute("href")`, name)
	b.run(`location.hash = %s`, href)
	b.until(settled+` && document.querySelector("article")?.ariaBusy !== "true" && document.querySelector(%s + "[aria-current]")`, `nav a[href="`+href+`"]`)
	b.until(everyMark)
}

// ledgerMarks: every line of a filing tells how it stands, why, and by what.
func ledgerMarks(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.server)
	b.drop(career(t)...)
	b.until(settled)
	b.toFiling("d.xml")

	// The mark is a sign and a word, and the words of the note are lit.
	mark := value[[2]string](b, `((e) => [e.dataset.lineState, e.querySelector(".say").textContent])(document.querySelector("article button.state"))`)
	if mark[1] != "Explained and proved" {
		t.Errorf("The mark of %q says %q.", mark[0], mark[1])
	}
	if legend := value[string](b, `document.querySelector(".legend").textContent`); !strings.Contains(legend, mark[1]+": ") {
		t.Errorf("The legend has no word on the mark: %q.", legend)
	}
	if mark[0] != "explained" {
		t.Errorf("The line with the note is %q.", mark[0])
	}
	lit := value[string](b, `document.querySelector(".notes mark")?.textContent ?? ""`)
	if !strings.Contains(lit, "312 shares") {
		t.Errorf("Lit is %q.", lit)
	}
	if got := value[string](b, `document.querySelector(".notes .text").textContent`); !strings.HasPrefix(got, "Includes 312") || !strings.HasSuffix(got, "2023.") {
		t.Errorf("The note reads %q.", got)
	}

	// The focus tells why; Enter opens the evidence, which leads to the words.
	b.tabTo(`article button.state`)
	b.until(`!document.getElementById("tip").hidden`)
	for _, want := range []string{"Explained and proved.", "312", "Printed 11,812"} {
		if tip := value[string](b, `document.getElementById("tip").textContent`); !strings.Contains(tip, want) {
			t.Errorf("The mark's focus says %q, without %q.", tip, want)
		}
	}
	b.press(kb.Enter)
	b.until(`document.querySelector("tr.why") && document.activeElement.ariaExpanded === "true"`)
	figures := value[string](b, `[...document.querySelectorAll("tr.why .figures > div")].map((e) => e.textContent).join(" ")`)
	if !strings.Contains(figures, "Printed11,812") || !strings.Contains(figures, "Off by+312") {
		t.Errorf("The figures are %q.", figures)
	}
	b.tabTo(`tr.why a[href^="#words-"]`)
	b.press(kb.Enter)
	b.until(`document.activeElement.tagName === "MARK"`)
	b.must(b.do(chromedp.NavigateBack()))
	b.until(settled)

	// Another filing of evidence opens at its line.
	b.run(`document.querySelector("tr.why") || document.querySelector("article button.state").click()`)
	b.until(`document.querySelector("tr.why a[href*='filing=']")`)
	href := value[string](b, `document.querySelector("tr.why a[href*='filing=']").getAttribute("href")`)
	b.run(`document.querySelector("tr.why a[href*='filing=']").click()`)
	file, _, _ := strings.Cut(strings.TrimPrefix(href, "#filing="), ".")
	b.until(`location.hash === %s && document.querySelector(".tools [data-do=forget-file]")?.dataset.with === %s && document.querySelector("[data-here]")`, href, file)
	b.until(everyMark)

	// What was filed stays as it is.
	b.toFiling("e.xml")
	if got := value[string](b, `document.querySelector("[data-path='tableI[0].sharesFollowing']").textContent`); got != "15,500" {
		t.Errorf("The total reads %q.", got)
	}
	b.toFiling("f.xml")
	if states := value[string](b, `[...document.querySelectorAll("article button.state")].map((e) => e.dataset.lineState).join(", ")`); states != "reconciled, unexplained" {
		t.Errorf("A jump that nothing explains: %s.", states)
	}
	total := value[string](b, `document.querySelector(".holdings .total-of").textContent`)
	if total != "14,907 direct + 4,000 indirect, in 2 accounts" {
		t.Errorf("The holdings are %q.", total)
	}
}

// ledgerAccount follows one holding through time, with keys alone.
func ledgerAccount(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.server)
	b.drop(career(t)...)
	b.until(settled)
	b.toFiling("f.xml")
	b.tabTo(`.holdings a[href*="account="]`)
	b.press(kb.Enter)
	b.until(settled + ` && document.querySelector(".full-account .plot")`)
	b.until(`[...document.querySelectorAll(".full-account tbody tr[id^='line-']")].length >= 6`)
	if !value[bool](b, `location.hash.includes("account=") && location.hash.includes("filing=")`) {
		t.Errorf("The address is %s.", value[string](b, `location.hash`))
	}
	if n := value[int](b, `document.querySelectorAll("[data-path]").length`); n != 0 {
		t.Errorf("%d cells of a filing are in the page of an account.", n)
	}
	b.tabTo(`.plot a[data-point]`)
	points := value[int](b, `document.querySelectorAll(".plot a[data-point]").length`)
	var said []string
	for range points {
		b.until(`!document.getElementById("tip").hidden`)
		said = append(said, value[string](b, `document.getElementById("tip").textContent`))
		b.press(kb.ArrowRight)
	}
	all := strings.Join(said, "\n")
	for _, want := range []string{"Gap of +312", "unexplained", "Amended by the Form 4/A"} {
		if !strings.Contains(all, want) {
			t.Errorf("No point tells %q:\n%s", want, all)
		}
	}
	b.press(kb.Home)
	b.press(kb.Enter)
	b.until(`document.activeElement.id === "line-1"`)
	b.tabTo(`#line-1 a`)
	b.press(kb.Enter)
	b.until(settled + ` && document.querySelector("article [data-here]")`)
	b.until(everyMark)
}

// ledgerBalances looks at the accounts of many filings: in groups, sorted
// and narrowed by keys.
func ledgerBalances(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.server)
	b.drop(append(career(t), cases(t, ownFilings)...)...)
	b.until(settled)
	b.tabTo(`.all a[href="#accounts=all"]`)
	b.press(kb.Enter)
	done := settled + ` && document.querySelector(".balances .flat") && document.querySelector(".balances").ariaBusy !== "true"`
	b.until(done)
	shares := value[[]string](b, `[...document.querySelectorAll("[data-rate]")].map((e) => e.dataset.rate + " " + e.querySelector("strong").textContent.trim())`)
	if len(shares) != 6 {
		t.Errorf("The shares are %q.", shares)
	}
	if got := value[string](b, `[...document.querySelectorAll(".balances tbody tr")].map((e) => e.textContent).join(": ")`); !strings.HasPrefix(got, "With unexplained lines: ") || !strings.Contains(got, "Harrow Lane Robotics") {
		t.Errorf("The accounts begin with %q.", got)
	}
	if text := value[string](b, `document.querySelector(".balances").textContent`); strings.Contains(text, "not close") {
		t.Errorf("The accounts frighten: %s", text)
	}
	b.run(`document.querySelector(".balances a[href*='accounts=unexplained']").click()`)
	b.until(`document.querySelector(".balances [aria-current]").textContent.startsWith("With unexplained lines (")`)
	b.until(done + ` && !document.querySelector(".balances tbody tr.class")`)
	b.run(`location.hash = "accounts=open"`) // as earlier versions called what stands first
	b.until(done + ` && document.querySelector(".balances tbody tr.class")`)
	b.tabTo(`button[data-do=sort][data-with="-gap"]`)
	b.press(kb.Enter)
	b.until(`document.querySelector("th[aria-sort=descending] button")?.textContent.startsWith("Greatest gap")`)
	b.press(kb.Enter)
	b.until(`document.querySelector("th[aria-sort=ascending]")`)
	b.run(`document.querySelector(".balances a[href*='accounts=all']").click()`)
	b.until(`document.querySelector(".balances [aria-current]").textContent.startsWith("All")`)
	b.until(done + ` && document.querySelectorAll(".balances tbody tr[data-account]").length > 2`)
	b.click(`document.getElementById("filter")`)
	b.must(call(b, input.InsertText, input.InsertTextParams{Text: "harrow trust"}))
	b.until(`document.querySelectorAll(".balances tbody tr[data-account]").length === 1`)
	b.tabTo(`.balances tbody a`)
	b.press(kb.Enter)
	b.until(settled + ` && document.querySelector(".full-account h1")?.textContent.includes("By Trust")`)
	b.tabTo(`.way a`)
	b.press(kb.Enter)
	b.until(done)
}

// ledgerLooks: the views fit every width and axe finds nothing in them.
func ledgerLooks(t *testing.T, s *suite) {
	t.Parallel()
	axe, err := os.ReadFile(filepath.Join("testdata", "axe", "axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	b := open(t, s, s.server)
	b.run(string(axe))
	folder := os.Getenv("SHOTS")
	moved := filepath.Join(t.TempDir(), "g.xml") // likely moved between the two holdings
	if err := os.WriteFile(moved, []byte(reported("4", "2024-06-03", []string{trade("2024-06-03", "P", "A", "100", "13007"), held("6000", "I", "By Trust")})), 0o666); err != nil {
		t.Fatal(err)
	}
	b.drop(append(career(t), moved)...)
	b.until(settled)
	for _, v := range []struct {
		name string
		show func()
	}{
		{"ledger-filing", func() {
			b.toFiling("c.xml")
			b.run(`document.querySelector("article button.state").click()`)
			b.until(`document.querySelector("tr.why")`)
		}},
		{"ledger-likely", func() {
			b.toFiling("g.xml")
			b.run(`document.querySelector("article button.state[data-mark=likely]").click()`)
			b.until(`document.querySelector("tr.why")`)
		}},
		{"ledger-unexplained", func() { b.toFiling("f.xml") }},
		{"ledger-account", func() {
			b.run(`document.querySelector(".holdings a[href*='account=']").click()`)
			b.until(settled + ` && document.querySelector(".full-account .plot")`)
		}},
		{"ledger-balances", func() {
			b.run(`location.hash = "accounts=all"`)
			b.until(settled + ` && document.querySelectorAll(".balances tbody tr[data-account]").length === 2`)
		}},
	} {
		v.show()
		b.run(`document.activeElement.blur(), scrollTo(0, 0)`)
		for _, l := range looks(360, 1024, 1600) {
			b.see(l)
			if folder != "" {
				b.shoot(filepath.Join(folder, v.name+"-"+l.String()+"-whole.png"), chromedp.FullScreenshot(100))
			}
			b.fits(v.name+" at "+l.String(), spilt)
			b.run(`document.getAnimations().forEach((a) => a.finish())`)
			options := map[string]any{"resultTypes": []string{"violations"}, "rules": map[string]map[string]bool{"region": {"enabled": false}, "target-size": {"enabled": true}}}
			if l.scheme == "dark" {
				options["runOnly"] = []string{"color-contrast"}
			}
			for _, w := range value[[]violation](b, `axe.run(document, %s).then((r) => r.violations)`, options) {
				for _, n := range w.Nodes[:min(3, len(w.Nodes))] {
					t.Errorf("%s at %s: %s (%s), %d times: %.200s\n%s", v.name, l, w.Help, w.ID, len(w.Nodes), n.HTML, n.FailureSummary)
				}
			}
		}
		b.see(look{width: 1024, height: 800, scheme: "light"})
		b.run(`document.documentElement.style.fontSize = "200%%"`)
		b.fits(v.name+" with text of twice the size", spilt)
		b.run(`document.documentElement.style.fontSize = ""`)
		b.see(look{width: 1024, height: 800, scheme: "dark", features: [][2]string{{"forced-colors", "active"}, {"prefers-reduced-motion", "reduce"}}})
		b.fits(v.name+" in forced colours", spilt)
		if folder != "" {
			b.shoot(filepath.Join(folder, v.name+"-forced-whole.png"), chromedp.FullScreenshot(100))
		}
		b.see(look{width: 1024, height: 800, scheme: "light"})
	}
}
