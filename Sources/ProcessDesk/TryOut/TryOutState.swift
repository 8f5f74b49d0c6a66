import BusinessProcess
import DecisionModel
import Refusals
import Web

/// Where somebody is in trying a process: the made-up values and the moves made so far, all of it in the address, so
/// that nothing is kept and a link shows a colleague the same.
struct TryOutState {
    /// What conditions can ask about until somebody enters more.
    static let example = "{form: {}, case: {joint: false}}"

    /// The values as they were entered, in FEEL.
    let given: String
    /// What is wrong with them.
    let errors: [FieldError]
    /// The process as far as it was played.
    let play: TryOut

    /// Reads `given`, `moves` and what is to be done next: a `move`, or the `answer` of the decision table at a `place`.
    init(_ request: WebRequest, of definition: ProcessDefinition, _ surroundings: FEELSurroundings) {
        given = request.query("given") ?? Self.example
        var moves = [TryOut.Move](text: request.query("moves") ?? "")
        var errors: [FieldError] = []
        var variables: Variables = [:]
        do throws(FieldError) { variables = try Self.variables(given) } catch { errors.append(error) }
        do throws(FieldError) { moves += try Self.next(request) } catch { errors.append(error) }
        self.errors = errors
        play = TryOut(definition, given: Circumstances(variables, surroundings), moves: moves)
    }

    private static func variables(_ text: String) throws(FieldError) -> Variables {
        guard case .context(let variables) = try value(of: text, in: "given") else {
            throw FieldError("given", "请写成 {名称: 值, …} 的形式。")
        }
        return variables
    }

    private static func next(_ request: WebRequest) throws(FieldError) -> [TryOut.Move] {
        if let element = request.query("decision"), let answer = request.query("answer") {
            let place = request.query("place").flatMap { Int($0) } ?? 1
            return [.answer(element, try value(of: answer, in: "answer"), place: place)]
        }
        return request.query("move").map { [TryOut.Move](text: $0) } ?? []
    }

    private static func value(of text: String, in field: String) throws(FieldError) -> Value {
        do { return try FEEL.evaluate(text, [:]) } catch {
            throw FieldError(field, "第 \(error.column) 列：\(error.message)")
        }
    }
}
