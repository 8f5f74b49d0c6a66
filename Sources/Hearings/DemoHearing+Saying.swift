import Storage
import WorkingTime

extension DemoHearing {
    func publish(
        _ title: String, _ words: String, _ one: inout Hearing, ago: Int, in tx: Transaction
    ) throws {
        let at = now.adding(seconds: -ago * 86_400)
        try one.publishMaterials(on: at.day, .delivered)
        try HearingMaterial(title: title, words: words, publishedAt: at).insert(of: one.id, in: tx)
    }

    func speak(_ words: [(String, String)], _ one: Hearing, in tx: Transaction) throws {
        for (place, (speaker, text)) in words.enumerated() {
            try RecordStore.append(
                .speech, speaker: speaker, words: text, to: one.id,
                at: one.facts.startsAt.adding(seconds: place * 300), in: tx)
        }
    }
}
