// The smallest adapter in Go: it says who it is, and answers KER-01, the outside quotes A = M + O/2 and B = M − O/2.
//
//	go run adapter.go
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strconv"
)

type object map[string]any

// What you claim. Only what is claimed is asked; what is claimed and answered "unsupported" fails.
var capabilities = []string{"kernel"}

// An amount is written as a decimal string without an exponent.
func written(amount float64) string { return strconv.FormatFloat(amount, 'f', -1, 64) }

func refused(kind, message string) object {
	return object{"ok": false, "error": object{"kind": kind, "message": message}}
}

// One rung, until KER-03 to KER-12 are there: the dealer quotes what the VBT quotes.
func kernel(request object) object {
	amounts := map[string]float64{}
	for _, name := range []string{"ticketSize", "outsideMid", "outsideSpread", "cash"} {
		text, _ := request[name].(string)
		value, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return refused("invalid", name+": a decimal string is wanted")
		}
		amounts[name] = value
	}
	tickets, isCount := request["tickets"].(float64)
	if !isCount {
		return refused("invalid", "tickets: a count is wanted")
	}
	m, o, c := amounts["outsideMid"], amounts["outsideSpread"], amounts["cash"]
	inventory, given := request["faceInventory"].(string)
	if !given {
		inventory = written(tickets * amounts["ticketSize"])
	}
	a, b := m+o/2, m-o/2 // KER-01
	if request["clipOutsideBid"] != false {
		b = math.Max(b, 0) // ANC-04
	}
	return object{
		"ok": true, "tickets": int(tickets), "faceInventory": inventory, "cash": written(c),
		"midValuedWealth": written(m*tickets + c), "fundableTickets": 0, "capacity": "0", "rungs": 1,
		"layoffProbability": "1", "insideWidth": written(o), "midline": written(m),
		"interiorAsk": written(a), "interiorBid": written(b), "ask": written(a), "bid": written(b),
		"outsideMid": written(m), "outsideSpread": written(o), "outsideAsk": written(a), "outsideBid": written(b),
		"askPinned": true, "bidPinned": true, "guard": false,
	}
}

func answer(request object) object {
	switch request["op"] {
	case "hello":
		return object{"ok": true, "protocol": 1, "name": "my market", "version": "0.1.0", "language": "Go",
			"arithmetic": "float64", "capabilities": capabilities}
	case "stop":
		return object{"ok": true}
	case "kernel":
		return kernel(request)
	}
	return refused("unsupported", fmt.Sprintf("%v is not there yet", request["op"]))
}

func main() {
	lines := bufio.NewReader(os.Stdin)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) == 0 && err != nil {
			return
		}
		var request object
		told := refused("invalid", "a JSON object with an integer id is wanted")
		told["id"] = nil
		if json.Unmarshal(line, &request) == nil {
			if id, isNumber := request["id"].(float64); isNumber {
				told = answer(request)
				told["id"] = int(id)
			}
		}
		text, err := json.Marshal(told)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Println(string(text))
		if request["op"] == "stop" {
			return
		}
	}
}
