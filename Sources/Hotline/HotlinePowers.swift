import Identity
import Web

/// What is asked for at the hotline.
extension Power {
    static let answerCalls = Power("hotline.answer", "接听热线", .matters)
    static let leadShift = Power("hotline.lead", "查看热线班次", .matters)
    static let readFigures = Power("hotline.read_figures", "查看热线数据", .matters, isSight: true)
    static let editExchanges = Power("hotline.set_up", "设置热线接入", .system)
}

/// What is asked for at the knowledge base; whoever has a post may read it.
extension Power {
    static let writeKnowledge = Power("knowledge.write", "编写知识库", .matters)
    static let reviewKnowledge = Power("knowledge.review", "审核知识库", .matters)
}
