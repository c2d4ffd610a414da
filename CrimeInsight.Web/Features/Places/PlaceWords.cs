using System.Globalization;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Places;
using CrimeInsight.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Places;

/// <summary>What places and edits of them are called.</summary>
internal static class PlaceWords
{
    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public static string KeyOf(JurisdictionLevel level) => level switch
    {
        JurisdictionLevel.Country => nameof(PlacesText.LevelCountry),
        JurisdictionLevel.State => nameof(PlacesText.LevelState),
        JurisdictionLevel.District => nameof(PlacesText.LevelDistrict),
        JurisdictionLevel.Station => nameof(PlacesText.LevelStation),
        _ => nameof(PlacesText.LevelOther),
    };

    public static string KeyOf(PlaceRefusal reason) => reason switch
    {
        PlaceRefusal.NotAllowed => nameof(PlacesText.NotAllowed),
        PlaceRefusal.Busy => nameof(PlacesText.Busy),
        PlaceRefusal.LaterEdits => nameof(PlacesText.LaterEdits),
        PlaceRefusal.InUse => nameof(PlacesText.InUse),
        PlaceRefusal.CodeTaken => nameof(PlacesText.CodeTaken),
        PlaceRefusal.Full => nameof(PlacesText.Full),
        PlaceRefusal.BadDay => nameof(PlacesText.BadDay),
        _ => nameof(PlacesText.Unfit),
    };

    public static (string Act, string Lead) KeysOf(PlaceEditKind kind) => kind switch
    {
        PlaceEditKind.Add => (nameof(PlacesText.ActAdd), nameof(PlacesText.LeadAdd)),
        PlaceEditKind.Rename => (nameof(PlacesText.ActRename), nameof(PlacesText.LeadRename)),
        PlaceEditKind.Move => (nameof(PlacesText.ActMove), nameof(PlacesText.LeadMove)),
        PlaceEditKind.Split => (nameof(PlacesText.ActSplit), nameof(PlacesText.LeadSplit)),
        PlaceEditKind.Merge => (nameof(PlacesText.ActMerge), nameof(PlacesText.LeadMerge)),
        PlaceEditKind.Population => (nameof(PlacesText.ActPopulation), nameof(PlacesText.LeadPopulation)),
        _ => (nameof(PlacesText.ActPoint), nameof(PlacesText.LeadPoint)),
    };

    public static string Describe(this IStringLocalizer<PlacesText> text, PlaceEdit edit, JurisdictionTree tree)
    {
        var key = edit.Kind switch
        {
            PlaceEditKind.Add => nameof(PlacesText.KindAdd),
            PlaceEditKind.Rename => nameof(PlacesText.KindRename),
            PlaceEditKind.Move => nameof(PlacesText.KindMove),
            PlaceEditKind.Split => nameof(PlacesText.KindSplit),
            PlaceEditKind.Merge => nameof(PlacesText.KindMerge),
            PlaceEditKind.Population => nameof(PlacesText.KindPopulation),
            _ => nameof(PlacesText.KindPoint),
        };
        return text[key, NameOf(text, tree, edit, edit.PlaceId), edit.OtherId is { } other ? NameOf(text, tree, edit, other) : ""];
    }

    // A place that was merged is known by its name of before.
    private static string NameOf(IStringLocalizer<PlacesText> text, JurisdictionTree tree, PlaceEdit edit, int id) =>
        tree.Find(id)?.NameIn(Language)
        ?? tree.Changes.FirstOrDefault(change => change.Kind == PlaceChangeKind.Merge && change.OtherId == id && change.FormerNames.Count > 0)?.FormerNames[0]
        ?? text[nameof(PlacesText.Gone)].Value;
}
