import Web

/// Which organs are asked to help with a request (会办), and what they are asked.
struct AssistanceForm: Sendable, Hashable {
    /// Their keys, each once.
    let organs: [String]
    let question: String

    init(organs: [String] = [], question: String = "") {
        var seen: Set<String> = []
        self.organs = organs.filter { !$0.isEmpty && seen.insert($0).inserted }
        self.question = question
    }

    init(_ form: FormData) {
        self.init(organs: form.all("assisting"), question: form["question"] ?? "")
    }

    /// Nobody is asked anything.
    var isEmpty: Bool { organs.isEmpty && question.isEmpty }
}
