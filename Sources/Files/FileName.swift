import Foundation
import Refusals

/// A file's name as it may be kept, shown and sent: no path, no control or invisible characters, no
/// right-to-left overrides (`书‮fdp.exe` looks like `书exe.pdf`), at most 120 characters.
struct FileName: Sendable, Hashable {
    static let lengthLimit = 120

    let text: String

    /// Cleans a name as it came in. Throws ``DomainError/invalid(_:)`` when nothing is left of it.
    init(_ raw: String) throws {
        let last = raw.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let kept = last.precomposedStringWithCanonicalMapping.unicodeScalars.compactMap(Self.cleaned)
        let name = String(String.UnicodeScalarView(kept)).trimmingCharacters(in: Self.edges)
        guard !name.isEmpty else { throw DomainError.invalid("file", "文件没有名称，请改名后重新上传。") }
        text = Self.shortened(name)
    }

    /// The ending in lower case, without the dot; empty when there is none.
    var ending: String { Self.parts(text).ending.lowercased() }

    private static let edges = CharacterSet.whitespaces.union(CharacterSet(charactersIn: "."))

    /// Characters that some system or shell reads as a command become `_`; those nobody sees go.
    private static func cleaned(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if "<>:\"|?*`$;".unicodeScalars.contains(scalar) { return "_" }
        return switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: nil
        case .spaceSeparator: " "
        default: scalar
        }
    }

    /// Cuts the stem, never the ending: the ending must still agree with the content.
    private static func shortened(_ name: String) -> String {
        guard name.unicodeScalars.count > lengthLimit else { return name }
        let (stem, ending) = parts(name)
        let tail = ending.isEmpty || ending.unicodeScalars.count > 10 ? "" : ".\(ending)"
        let room = lengthLimit - tail.unicodeScalars.count
        return String(stem.unicodeScalars.prefix(room)) + tail
    }

    private static func parts(_ name: String) -> (stem: String, ending: String) {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return (name, "") }
        return (String(name[..<dot]), String(name[name.index(after: dot)...]))
    }
}
