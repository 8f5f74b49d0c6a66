import Refusals

/// A question for a region of the country: its options are all of them, each labelled with its whole path. The codes tell
/// which lies in which; a county right below its province has no city in between.
extension FormField {
    /// What can be picked at one level, and what has been.
    public struct RegionLevel: Sendable, Hashable {
        /// The regions of this level, by their own names.
        public let options: [FormOption]
        /// The code that was picked; nil for none.
        public let chosen: String?
    }

    /// How many levels there are.
    static let regionLevels = 3

    /// The name of the input of a level, from 1.
    public static func regionInput(_ level: Int, of inputName: String) -> String { "\(inputName).\(level)" }

    /// Whether the answer names a region in which there is nothing left to pick.
    public func isWholeRegion(_ code: String?) -> Bool {
        guard let code, options.contains(where: { $0.value == code }) else { return false }
        return regions(in: code, among: Set(options.map(\.value))).isEmpty
    }

    /// The lists to pick from, the provinces first, down to the first in which nothing is picked.
    public func regionLevels(for answer: FormValue?) -> [RegionLevel] {
        let codes = Set(options.map(\.value))
        let labels = Dictionary(options.map { ($0.value, $0.label) }) { first, _ in first }
        var way: [String] = []
        var next = answer?.text.flatMap { codes.contains($0) ? $0 : nil }
        while let code = next { (way, next) = ([code] + way, Self.parent(of: code, among: codes)) }
        var (levels, parent) = ([RegionLevel](), String?.none)
        for place in 0..<Self.regionLevels {
            let found = regions(in: parent, among: codes)
            guard !found.isEmpty else { break }
            let chosen = place < way.count ? way[place] : nil
            let prefix = parent.flatMap { labels[$0] } ?? ""
            let own = found.map {
                FormOption(value: $0.value, label: String($0.label.dropFirst(prefix.count)))
            }
            levels.append(RegionLevel(options: own, chosen: chosen))
            guard let chosen else { break }
            parent = chosen
        }
        return levels
    }

    private func regions(in parent: String?, among codes: Set<String>) -> [FormOption] {
        let prefix = parent.map { $0.prefix($0.hasSuffix("0000") ? 2 : $0.hasSuffix("00") ? 4 : 6) } ?? ""
        return options.filter {
            $0.value.hasPrefix(prefix) && Self.parent(of: $0.value, among: codes) == parent
        }
    }

    private static func parent(of code: String, among codes: Set<String>) -> String? {
        [code.prefix(4) + "00", code.prefix(2) + "0000"].map(String.init)
            .first { $0 != code && codes.contains($0) && code.hasSuffix("0000") == false }
    }

    /// The narrowest level that was picked within the wider ones; a list whose wider one has changed counts no more.
    func parseRegion(_ strings: (_ inputName: String) -> [String]) -> FormValue? {
        let picks = (1...Self.regionLevels).map { strings(Self.regionInput($0, of: inputName)).last ?? "" }
        guard picks.contains(where: { !$0.isEmpty }) else { return parse(strings(inputName)) }
        let codes = Set(options.map(\.value))
        var answer = picks[0]
        for pick in picks.dropFirst() where !pick.isEmpty && Self.parent(of: pick, among: codes) == answer {
            answer = pick
        }
        return .string(answer)
    }

    func readRegion(_ value: FormValue) throws(FieldError) -> String {
        guard let code = value.text?.trimmed, options.contains(where: { $0.value == code }) else {
            throw refusal("请从列表里选择\(label)。")
        }
        guard isWholeRegion(code) else { throw refusal("请接着选择\(label)的下一级，一直选到县（市、区）。") }
        return code
    }
}
