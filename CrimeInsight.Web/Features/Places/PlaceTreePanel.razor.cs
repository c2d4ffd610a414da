using System.Globalization;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Places;

/// <summary>What lies directly below a place, or what has a name.</summary>
public sealed partial class PlaceTreePanel
{
    private const int MostShown = 200;

    private string _typed = "";

    [Inject] public required IStringLocalizer<PlacesText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required PlaceSearchCache Searches { get; init; }

    [Parameter, EditorRequired] public required Viewer Admin { get; set; }

    [Parameter, EditorRequired] public required ReferenceData Reference { get; set; }

    [Parameter, EditorRequired] public required Jurisdiction Place { get; set; }

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private List<Jurisdiction> Roots => [.. Admin.JurisdictionIds.Select(Reference.Jurisdictions.Find).OfType<Jurisdiction>()];

    private Jurisdiction? Parent =>
        Place.ParentId is { } id && Reference.Jurisdictions.Find(id) is { } parent && Roots.Any(root => root.Contains(parent)) ? parent : null;

    private IReadOnlyList<Jurisdiction> Listed => _typed.Length == 0
        ? [.. Reference.Jurisdictions.ChildrenOf(Place.Id).OrderBy(place => place.NameIn(Language), StringComparer.CurrentCulture)]
        : [
            .. new[] { Reference.Jurisdictions.Find(_typed) }.OfType<Jurisdiction>().Where(place => Roots.Any(root => root.Contains(place)))
                .Concat(Searches.For(Reference).Find(Roots, _typed, Language, MostShown)).Distinct(),
        ];

    private void Search(ChangeEventArgs typed) => _typed = (typed.Value as string ?? "").Trim();

    private void Forget() => _typed = "";
}
