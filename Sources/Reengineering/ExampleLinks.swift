import ProcessMining
import Web

extension Examples {
    /// Links to the cases; who may not see one does not see it there either.
    var links: HTML {
        guard !numbers.isEmpty else { return "—" }
        return HTML.joined(
            numbers.enumerated().map { place, number -> HTML in
                "<a href=\"/desk/cases/\(number)\" aria-label=\"例 \(place + 1)：办件 \(number)\">例 \(place + 1)</a>"
            }, separator: "、")
    }
}
