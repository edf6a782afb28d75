# The smallest adapter in Julia: it says who it is, and answers KER-01, the outside quotes A = M + O/2 and B = M - O/2.
#
#   julia adapter.jl        needs the package JSON
using JSON
using Printf

# What you claim. Only what is claimed is asked; what is claimed and answered "unsupported" fails.
const CAPABILITIES = ["kernel"]

"The request is malformed; the message says what is wanted."
struct Invalid <: Exception
    message::String
end

"The operation is not there yet."
struct Unsupported <: Exception
    message::String
end

"An amount is written as a decimal string without an exponent."
written(amount::Float64) = @sprintf("%.18f", amount)

function amount(request, name)
    text = get(request, name, nothing)
    value = text isa AbstractString ? tryparse(Float64, text) : nothing
    value === nothing && throw(Invalid("$name: a decimal string is wanted"))
    value
end

"One rung, until KER-03 to KER-12 are there: the dealer quotes what the VBT quotes."
function kernel(request)
    S = amount(request, "ticketSize")
    M = amount(request, "outsideMid")
    O = amount(request, "outsideSpread")
    C = amount(request, "cash")
    a = get(request, "tickets", nothing)
    a isa Integer || throw(Invalid("tickets: a count is wanted"))
    x = haskey(request, "faceInventory") ? amount(request, "faceInventory") : a * S
    ask = M + O / 2 # KER-01
    bid = M - O / 2 # KER-01
    if get(request, "clipOutsideBid", true) != false
        bid = max(bid, 0.0) # ANC-04
    end
    Dict{String,Any}(
        "tickets" => a, "faceInventory" => written(x), "cash" => written(C),
        "midValuedWealth" => written(M * a + C), "fundableTickets" => 0, "capacity" => "0", "rungs" => 1,
        "layoffProbability" => "1", "insideWidth" => written(O), "midline" => written(M),
        "interiorAsk" => written(ask), "interiorBid" => written(bid), "ask" => written(ask), "bid" => written(bid),
        "outsideMid" => written(M), "outsideSpread" => written(O), "outsideAsk" => written(ask),
        "outsideBid" => written(bid), "askPinned" => true, "bidPinned" => true, "guard" => false,
    )
end

function answer(request)
    op = get(request, "op", nothing)
    if op == "hello"
        Dict{String,Any}("protocol" => 1, "name" => "my market", "version" => "0.1.0", "language" => "Julia",
            "arithmetic" => "float64", "capabilities" => CAPABILITIES)
    elseif op == "stop"
        Dict{String,Any}()
    elseif op == "kernel"
        kernel(request)
    else
        throw(Unsupported("$op is not there yet"))
    end
end

refused(kind, message) = Dict{String,Any}("ok" => false, "error" => Dict("kind" => kind, "message" => message))

"The answer without its id."
function told(request)
    try
        merge(Dict{String,Any}("ok" => true), answer(request))
    catch fault
        fault isa Invalid && return refused("invalid", fault.message)
        fault isa Unsupported && return refused("unsupported", fault.message)
        rethrow()
    end
end

"The request, or nothing for a line that is none."
function parsed(line)
    request = try
        JSON.parse(line)
    catch
        nothing
    end
    request isa AbstractDict && get(request, "id", nothing) isa Integer ? request : nothing
end

for line in eachline(stdin)
    request = parsed(line)
    answered = request === nothing ? refused("invalid", "a JSON object with an integer id is wanted") : told(request)
    answered["id"] = request === nothing ? nothing : request["id"]
    println(JSON.json(answered))
    flush(stdout)
    request !== nothing && get(request, "op", nothing) == "stop" && break
end
