import Refusals
import Storage

extension Editions {
    /// Everything that should not go out unnoticed with an edition, in its text and in what goes with it.
    func findings(in edition: Edition, _ tx: Transaction) throws -> [LeakCheck.Finding] {
        let enclosed = try EnclosureStore.files(of: edition.id, in: tx).flatMap { file in
            leaks.findings(named: file.name, file.image?.alt ?? "") + file.makerFindings
        }
        let read = try EnclosureStore.words(of: edition.id, in: tx).flatMap {
            leaks.findings(named: $0.name, $0.words)
        }
        return leaks.findings(in: edition.manuscript) + enclosed + read
    }
}

extension Enclosure {
    /// Names in the properties of an office document go out with it, and nobody sees them who looks through its pages.
    var makerFindings: [LeakCheck.Finding] {
        guard !makers.isEmpty else { return [] }
        let names = makers.prefix(5).joined(separator: "、")
        return [
            LeakCheck.Finding(
                field: "files",
                sentence: "附件「\(name)」的文件属性里写着「\(names)」，读者下载后能看到；不宜公开的，请在 Word、Excel 里「检查文档」删去后重新上传。",
                isBarrier: false)
        ]
    }
}
