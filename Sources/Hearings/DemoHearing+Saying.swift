import Files
import Storage
import WorkingTime

extension DemoHearing {
    func publish(
        _ title: String, _ words: String, _ one: inout Hearing, ago: Int, enclosing file: StoredFile? = nil,
        _ files: FileStore? = nil, in tx: Transaction
    ) throws {
        let at = now.adding(seconds: -ago * 86_400)
        try one.publishMaterials(on: at.day, .delivered)
        let enclosed = file.map { HearingMaterial.Enclosed(id: $0.id, name: $0.name, size: $0.size) }
        try HearingMaterial(title: title, words: words, publishedAt: at, file: enclosed).insert(
            of: one.id, in: tx)
        guard let file else { return }
        try files?.attach(
            file.id, toCase: HearingMaterial.subject(of: one.id), owner: file.ownerID, in: tx)
    }

    func speak(_ words: [(String, String)], _ one: Hearing, in tx: Transaction) throws {
        for (place, (speaker, text)) in words.enumerated() {
            try RecordStore.append(
                .speech, speaker: speaker, words: text, to: one.id,
                at: one.facts.startsAt.adding(seconds: place * 300), in: tx)
        }
    }
}
