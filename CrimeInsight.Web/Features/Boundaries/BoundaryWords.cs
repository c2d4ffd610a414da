using CrimeInsight.Core.Boundaries;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.Boundaries;

/// <summary>What boundaries and what is wrong with them are called: keys of texts.</summary>
internal static class BoundaryWords
{
    public static string KeyOf(BoundaryLevel level) => level switch
    {
        BoundaryLevel.Country => nameof(BoundariesText.LevelCountry),
        BoundaryLevel.State => nameof(BoundariesText.LevelState),
        BoundaryLevel.Station => nameof(BoundariesText.LevelStation),
        _ => nameof(BoundariesText.LevelDistrict),
    };

    public static string KeyOf(ShapeMatch match) => match switch
    {
        ShapeMatch.Code => nameof(BoundariesText.MatchCode),
        ShapeMatch.Name => nameof(BoundariesText.MatchName),
        ShapeMatch.Doubtful => nameof(BoundariesText.MatchDoubtful),
        ShapeMatch.Chosen => nameof(BoundariesText.MatchChosen),
        ShapeMatch.NotOwn => nameof(BoundariesText.MatchNotOwn),
        _ => nameof(BoundariesText.MatchUnknown),
    };

    public static string KeyOf(BoundaryRefusal reason) => reason switch
    {
        BoundaryRefusal.NotAllowed => nameof(BoundariesText.NotAllowed),
        BoundaryRefusal.LaterEdition => nameof(BoundariesText.LaterEdition),
        _ => nameof(BoundariesText.NotFound),
    };

    public static string KeyOf(BoundaryProblem problem) => problem switch
    {
        BoundaryProblem.Incomplete => nameof(BoundariesText.ProblemIncomplete),
        BoundaryProblem.Several => nameof(BoundariesText.ProblemSeveral),
        BoundaryProblem.Unsafe => nameof(BoundariesText.ProblemUnsafe),
        BoundaryProblem.TooLarge => nameof(BoundariesText.ProblemTooLarge),
        BoundaryProblem.NoAreas => nameof(BoundariesText.ProblemNoAreas),
        BoundaryProblem.NoNames => nameof(BoundariesText.ProblemNoNames),
        BoundaryProblem.Projected => nameof(BoundariesText.ProblemProjected),
        BoundaryProblem.OutsideIndia => nameof(BoundariesText.ProblemOutsideIndia),
        _ => nameof(BoundariesText.ProblemNotRead),
    };
}
