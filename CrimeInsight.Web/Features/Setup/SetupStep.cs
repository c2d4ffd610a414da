using CrimeInsight.Core.Setup;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;

namespace CrimeInsight.Web.Features.Setup;

/// <summary>A step of the guide.</summary>
/// <param name="Title">Key of its name.</param>
/// <param name="Hint">Key of what to do and why.</param>
/// <param name="Url">Where it is done; null: on the server.</param>
/// <param name="IsDone">Null: nothing tells whether it is; it is looked at once.</param>
public sealed record SetupStep(string Title, string Hint, string? Url, bool? IsDone)
{
    /// <summary>Every step, in the order that saves work; none waits for another.</summary>
    public static IReadOnlyList<SetupStep> Of(SetupFacts facts, bool hasOfficialFigures, bool hasSettings) =>
    [
        new(nameof(SetupText.Admin), nameof(SetupText.AdminHint), facts.HasOwnAdmin ? null : AppUrls.FirstAdmin, facts.HasOwnAdmin),
        new(nameof(SetupText.Places), nameof(SetupText.PlacesHint), AppUrls.Places, null),
        new(nameof(SetupText.Boundaries), nameof(SetupText.BoundariesHint), AppUrls.Boundaries, facts.OwnBoundaries > 0),
        new(nameof(SetupText.Languages), nameof(SetupText.LanguagesHint), AppUrls.Settings, hasSettings),
        new(nameof(SetupText.Official), nameof(SetupText.OfficialHint), AppUrls.Validation, hasOfficialFigures),
        new(nameof(SetupText.People), nameof(SetupText.PeopleHint), AppUrls.People, facts.People > 0),
        new(nameof(SetupText.Upload), nameof(SetupText.UploadHint), AppUrls.DataRoom, facts.HasOwnCases),
        new(nameof(SetupText.Demo), nameof(SetupText.DemoHint), null, !facts.HasDemoAccounts),
    ];
}
