using System.Globalization;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Scopes;

/// <summary>The three choices of a scope: place, crime head, period. Tells its parent of each change at once.</summary>
public sealed partial class ScopeFields
{
    [Inject] public required IStringLocalizer<ScopeText> Text { get; init; }

    [Inject] public required PlaceSearchCache Search { get; init; }

    [Parameter, EditorRequired] public required Scope Context { get; set; }

    /// <summary>The new scope.</summary>
    [Parameter, EditorRequired] public EventCallback<ScopeCodes> Changed { get; set; }

    /// <summary>Fields below each other, for phones.</summary>
    [Parameter] public bool IsStacked { get; set; }

    /// <summary>Offers place and head only.</summary>
    [Parameter] public bool HidesPeriod { get; set; }

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private CrimeHead? ChosenHead => Context.Head.ParentId is null ? null : Context.Head;

    private string PlacePlaceholder => Text[Context.Roots.Length == 1 ? nameof(ScopeText.PlaceSearch) : nameof(ScopeText.AllMine)];

    private string PlaceName(Jurisdiction? place) => place?.NameIn(Language) ?? "";

    private string ParentName(Jurisdiction place) =>
        string.Join(", ", Context.Reference.Jurisdictions.SelfAndAncestors(place).Skip(1).Where(node => node.ParentId is not null)
            .Select(node => node.NameIn(Language)));

    private static string HeadName(CrimeHead? head) => head is null ? "" : head.Names.TryGetValue(Language, out var name) ? name : head.Names["en"];

    private Task<IEnumerable<Jurisdiction>> SearchPlaces(string? typed, CancellationToken cancellationToken)
    {
        // Opened without typing, the field holds the chosen name: offer what lies around it rather than only itself.
        var isUntouched = string.IsNullOrEmpty(typed) || typed == PlaceName(Context.Place);
        if (isUntouched && Context.Place is { } place)
            return Task.FromResult(Around(place));
        return Task.FromResult<IEnumerable<Jurisdiction>>(Search.For(Context.Reference).Find(Context.Roots, typed, Language, 30));
    }

    private IEnumerable<Jurisdiction> Around(Jurisdiction place)
    {
        var tree = Context.Reference.Jurisdictions;
        var above = tree.SelfAndAncestors(place).Where(node => Context.Roots.Any(root => root.Contains(node))).Reverse();
        return above.Concat(tree.ChildrenOf(place.Id).OrderBy(PlaceName, StringComparer.CurrentCulture));
    }

    private Task<IEnumerable<CrimeHead>> SearchHeads(string? typed, CancellationToken cancellationToken)
    {
        var heads = InTreeOrder(Context.Reference.Heads.Root);
        if (string.IsNullOrWhiteSpace(typed) || typed == HeadName(ChosenHead))
            return Task.FromResult(heads);
        var normal = JurisdictionSearch.Normalise(typed);
        return Task.FromResult(
            heads.Where(head => head.Names.Values.Any(name => JurisdictionSearch.Normalise(name).Contains(normal, StringComparison.Ordinal))));
    }

    private IEnumerable<CrimeHead> InTreeOrder(CrimeHead head) =>
        Context.Reference.Heads.ChildrenOf(head.Id).SelectMany(child => InTreeOrder(child).Prepend(child));

    private Task ChoosePlaceAsync(Jurisdiction? place) => Changed.InvokeAsync(Context.Codes.In(place?.Code));

    private Task ChooseHeadAsync(CrimeHead? head) => Changed.InvokeAsync(Context.Codes.Of(head?.Code));
}
