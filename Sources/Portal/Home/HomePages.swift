import Cases
import Services
import Web

/// The home page, kept as bytes for a minute, because its figures change with every case, and dropped when
/// services change.
struct HomePages: Sendable {
    let portal: Portal
    let lifeEvents: [LifeEvent]
    let audiences: [AudienceGroup]

    var routes: [Route] {
        [
            Route.get(PortalPath.home, .anyone, "首页") { request, _ in
                try await portal.cache.answer(request) { _ in
                    let page = HomePage(
                        serviceCount: portal.library.catalogue.services.filter { !$0.item.isJoint }.count,
                        frequent: frequent, lifeEvents: lifeEvents, audiences: audiences,
                        news: try await portal.news.parts(),
                        figures: try await portal.cases.figures()
                    ).page
                    return .page(page, shows: ["home", "services", portal.news.topic], keptSeconds: 60)
                }
            }.inEveryLanguage
        ]
    }

    /// The services most people look for, in the order of the library.
    private var frequent: [PublicService] {
        ["kbcyd", "residence-permit-endorsement", "old-age-allowance", "real-estate-registration"]
            .compactMap { portal.library.catalogue.service($0) }
    }
}
