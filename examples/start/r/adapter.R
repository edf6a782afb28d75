# The smallest adapter in R: it says who it is, and answers KER-01, the outside quotes A = M + O/2 and B = M - O/2.
#
#   Rscript adapter.R        needs the package jsonlite
library(jsonlite)

# What you claim. Only what is claimed is asked; what is claimed and answered "unsupported" fails.
capabilities <- list("kernel")

# An amount is written as a decimal string without an exponent.
written <- function(amount) {
  if (amount == 0) "0" else format(amount, scientific = FALSE, digits = 15, trim = TRUE)
}

refused <- function(kind, message) list(ok = FALSE, error = list(kind = kind, message = message))

# One rung, until KER-03 to KER-12 are there: the dealer quotes what the VBT quotes.
kernel <- function(request) {
  for (name in c("ticketSize", "outsideMid", "outsideSpread", "cash")) {
    if (!is.character(request[[name]])) return(refused("invalid", paste0(name, ": a decimal string is wanted")))
  }
  if (!is.numeric(request$tickets)) return(refused("invalid", "tickets: a count is wanted"))
  S <- as.numeric(request$ticketSize)
  M <- as.numeric(request$outsideMid)
  O <- as.numeric(request$outsideSpread)
  C <- as.numeric(request$cash)
  a <- request$tickets
  inventory <- if (is.null(request$faceInventory)) written(a * S) else request$faceInventory
  ask <- M + O / 2 # KER-01
  bid <- M - O / 2 # KER-01
  if (!isFALSE(request$clipOutsideBid)) bid <- max(bid, 0) # ANC-04
  list(
    ok = TRUE, tickets = a, faceInventory = inventory, cash = written(C),
    midValuedWealth = written(M * a + C), fundableTickets = 0, capacity = "0", rungs = 1,
    layoffProbability = "1", insideWidth = written(O), midline = written(M),
    interiorAsk = written(ask), interiorBid = written(bid), ask = written(ask), bid = written(bid),
    outsideMid = written(M), outsideSpread = written(O), outsideAsk = written(ask), outsideBid = written(bid),
    askPinned = TRUE, bidPinned = TRUE, guard = FALSE
  )
}

answer <- function(request) {
  op <- if (is.character(request$op)) request$op else ""
  switch(op,
    hello = list(
      ok = TRUE, protocol = 1, name = "my market", version = "0.1.0", language = "R",
      arithmetic = "float64", capabilities = capabilities
    ),
    stop = list(ok = TRUE),
    kernel = kernel(request),
    refused("unsupported", paste(op, "is not there yet"))
  )
}

input <- file("stdin", open = "r", encoding = "UTF-8")
while (length(line <- readLines(input, n = 1)) > 0) {
  request <- tryCatch(fromJSON(line, simplifyVector = FALSE), error = function(fault) NULL)
  named <- is.list(request) && is.numeric(request[["id"]])
  told <- if (named) answer(request) else refused("invalid", "a JSON object with an integer id is wanted")
  told <- c(list(id = if (named) request$id else NA), told)
  cat(toJSON(told, auto_unbox = TRUE, digits = NA, na = "null"), "\n", sep = "")
  flush(stdout())
  if (named && identical(request$op, "stop")) break
}
