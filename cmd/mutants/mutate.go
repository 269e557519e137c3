package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"strconv"
)

// mutant is one small change of a file that a test should notice.
type mutant struct {
	line int
	what string // the change in words: "< for <="
	code []byte // the whole file with the change
}

// turned are the operators that take each other's place.
func turned() map[token.Token]token.Token {
	return map[token.Token]token.Token{
		token.EQL: token.NEQ, token.NEQ: token.EQL,
		token.LSS: token.LEQ, token.LEQ: token.LSS, token.GTR: token.GEQ, token.GEQ: token.GTR,
		token.LAND: token.LOR, token.LOR: token.LAND,
		token.ADD: token.SUB, token.SUB: token.ADD, token.MUL: token.QUO, token.QUO: token.MUL,
		token.ADD_ASSIGN: token.SUB_ASSIGN, token.SUB_ASSIGN: token.ADD_ASSIGN,
		token.INC: token.DEC, token.DEC: token.INC,
		token.BREAK: token.CONTINUE, token.CONTINUE: token.BREAK,
	}
}

// mutantsOf returns the mutants of a file: each operator turned, each condition that is
// not an operator negated, each true and false exchanged, each whole
// number one larger. A name that is added to a string cannot be taken from it, so + stays
// where a string stands beside it.
func mutantsOf(name string, source []byte) ([]mutant, error) {
	files := token.NewFileSet()
	tree, err := parser.ParseFile(files, name, source, parser.ParseComments)
	if err != nil {
		return nil, err
	}
	var all []mutant
	add := func(at token.Pos, what string) {
		var b bytes.Buffer
		if format.Node(&b, files, tree) == nil {
			all = append(all, mutant{files.Position(at).Line, what, b.Bytes()})
		}
	}
	negate := func(cond *ast.Expr) {
		if _, isOperator := (*cond).(*ast.BinaryExpr); *cond == nil || isOperator {
			return
		}
		old := *cond
		*cond = &ast.UnaryExpr{Op: token.NOT, X: &ast.ParenExpr{X: old}}
		add(old.Pos(), "a condition negated")
		*cond = old
	}
	turn := func(op *token.Token, at token.Pos) {
		if to, ok := turned()[*op]; ok {
			from := *op
			*op = to
			add(at, fmt.Sprintf("%s for %s", to, from))
			*op = from
		}
	}
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GenDecl:
			return n.Tok == token.VAR || n.Tok == token.CONST
		case *ast.BinaryExpr:
			if n.Op != token.ADD || !isString(n.X) && !isString(n.Y) {
				turn(&n.Op, n.OpPos)
			}
		case *ast.AssignStmt:
			if n.Tok != token.ADD_ASSIGN || !isString(n.Rhs[0]) {
				turn(&n.Tok, n.TokPos)
			}
		case *ast.IncDecStmt:
			turn(&n.Tok, n.TokPos)
		case *ast.BranchStmt:
			if n.Label == nil {
				turn(&n.Tok, n.TokPos)
			}
		case *ast.IfStmt:
			negate(&n.Cond)
		case *ast.Ident:
			if n.Name == "true" || n.Name == "false" {
				from := n.Name
				n.Name = map[string]string{"true": "false", "false": "true"}[from]
				add(n.Pos(), n.Name+" for "+from)
				n.Name = from
			}
		case *ast.BasicLit:
			if i, err := strconv.Atoi(n.Value); n.Kind == token.INT && err == nil {
				n.Value = strconv.Itoa(i + 1)
				add(n.Pos(), fmt.Sprintf("%d for %d", i+1, i))
				n.Value = strconv.Itoa(i)
			}
		}
		return true
	})
	return all, nil
}

// isString reports whether an expression is text for certain.
func isString(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.BasicLit:
		return e.Kind == token.STRING
	case *ast.BinaryExpr:
		return e.Op == token.ADD && (isString(e.X) || isString(e.Y))
	}
	return false
}
