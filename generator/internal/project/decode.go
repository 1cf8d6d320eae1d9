package project

import (
	"cmp"
	"context"
	"io/fs"
	"runtime"
	"slices"
	"sync"

	"tipscore/generator/diag"
	"tipscore/generator/observation"
	"tipscore/generator/observation/register"
	"tipscore/generator/programme"
	"tipscore/generator/workbook"
)

// decoded is a workbook as it was read, with the state of its file then.
type decoded struct {
	state    stamp
	answers  *content // nil if it is no workbook
	findings diag.List
}

// content is what a workbook says.
type content struct {
	*observation.Answers
	registers register.Registers
}

// count returns how many answers the workbook has.
func (d decoded) count() int {
	if d.answers == nil {
		return 0
	}
	return len(d.answers.Observations)
}

// task is one workbook to read.
type task struct {
	name      string
	programme *programme.Programme
	result    decoded
	err       error
}

// decode reads the workbooks of the programmes that have changed.
func (l *Loader) decode(ctx context.Context, programmes []definition, state snapshot) error {
	var tasks []*task
	for _, def := range programmes {
		if def.Programme == nil {
			continue
		}
		for _, name := range def.Workbooks {
			if w, ok := l.workbooks[name]; !ok || w.state != state[name] {
				tasks = append(tasks, &task{name: name, programme: def.Programme, result: decoded{state: state[name]}})
			}
		}
	}
	if err := l.run(ctx, l.Project.FS, tasks); err != nil {
		return err
	}
	for _, t := range tasks {
		l.workbooks[t.name] = t.result
	}
	return nil
}

// run carries out the tasks on all cores. Its error is that of the first task
// that failed, in the order of the tasks.
func (l *Loader) run(ctx context.Context, fsys fs.FS, tasks []*task) error {
	queue := make(chan *task)
	var workers sync.WaitGroup
	var reporting sync.Mutex
	done := 0
	for range min(runtime.GOMAXPROCS(0), len(tasks)) {
		workers.Go(func() {
			for t := range queue {
				t.result.answers, t.result.findings, t.err = readWorkbook(fsys, t.name, t.programme)
				reporting.Lock()
				done++
				if l.Progress != nil {
					l.Progress(done, len(tasks))
				}
				reporting.Unlock()
			}
		})
	}
	for _, t := range largestFirst(tasks) {
		if ctx.Err() != nil {
			break
		}
		queue <- t
	}
	close(queue)
	workers.Wait()
	if err := ctx.Err(); err != nil {
		return err
	}
	for _, t := range tasks {
		if t.err != nil {
			return t.err
		}
	}
	return nil
}

// largestFirst returns the tasks with the largest files before others, so that
// no core is left alone with one of them in the end.
func largestFirst(tasks []*task) []*task {
	sorted := slices.Clone(tasks)
	slices.SortStableFunc(sorted, func(a, b *task) int { return cmp.Compare(b.result.state.size, a.result.state.size) })
	return sorted
}

// readWorkbook opens and decodes one workbook.
func readWorkbook(fsys fs.FS, name string, p *programme.Programme) (*content, diag.List, error) {
	book, findings, err := workbook.Open(fsys, name, workbook.Limits{})
	if err != nil {
		findings, err = diag.ReadError(name, err)
		return nil, findings, err
	}
	if book == nil {
		return nil, findings, nil
	}
	defer book.Close()
	if p.Framework == nil {
		return nil, findings, nil // there is nothing to judge its answers by
	}
	answers, more, err := observation.Decode(book, p)
	if err != nil {
		return nil, nil, err
	}
	registers, last, err := register.Decode(book, answers.Reading)
	if err != nil {
		return nil, nil, err
	}
	answers.Reading = observation.Reading{} // its tables are as large as many a workbook
	registers.Cite(func(ids []observation.SourceID) []observation.SourceID { return answers.Localised(ids, nil) })
	return &content{answers, registers}, slices.Concat(findings, more, last), nil
}
