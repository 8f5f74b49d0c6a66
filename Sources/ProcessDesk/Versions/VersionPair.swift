import Cases
import Web
import WorkingTime

/// Two versions of one process that are looked at together, as an address or a form names them.
struct VersionPair {
    /// All versions, the newest first.
    let versions: [PublishedProcess]
    let old: PublishedProcess
    let new: PublishedProcess

    /// Reads `from` and `to`; where none are named, the last two.
    ///
    /// - Throws: `notFound` for a version that is not there.
    init(of versions: [PublishedProcess], _ value: (String) -> String?) throws {
        func named(_ name: String) throws -> PublishedProcess? {
            guard let number = value(name) else { return nil }
            guard let version = versions.first(where: { String($0.key.version) == number }) else {
                throw PublishedProcesses.missing
            }
            return version
        }
        let new = try named("to") ?? versions[0]
        old = try named("from") ?? versions.first { $0.key.version < new.key.version } ?? new
        (self.versions, self.new) = (versions, new)
    }

    /// Two lists to choose them from.
    var fields: HTML { list("from", "从哪一版", old) + list("to", "到哪一版", new) }

    private func list(_ name: String, _ label: String, _ chosen: PublishedProcess) -> HTML {
        """
        <div class="field"><label class="label" for="f-\(name)">\(label)</label>
        <select class="input" id="f-\(name)" name="\(name)">\(each: versions, { version in
            "<option value=\"\(version.key.version)\"\(attribute: "selected", if: version.key == chosen.key)>\(words(version))</option>"
        })</select></div>
        """
    }

    private func words(_ version: PublishedProcess) -> String {
        let state = version.retiredAt == nil ? "发布" : "发布，已停用"
        return "第 \(version.key.version) 版（\(version.publishedAt.shortChinese)\(state)）"
    }
}
