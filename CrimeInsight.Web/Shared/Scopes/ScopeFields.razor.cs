using System.Globalization;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Scopes;

/// <summary>The three choices of a scope: place, crime head, period. Tells its parent of each change at once.</summary>
public sealed partial class ScopeFields
{
    private const string CustomKey = "custom";

    private IReadOnlyList<PeriodChoice> _choices = [];
    private bool _isCustom;

    [Inject] public required IStringLocalizer<ScopeText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

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

    private string PeriodKey => _isCustom ? CustomKey : KeyOf(Context.Period);

    protected override void OnParametersSet()
    {
        _choices = Context.Status is { FirstMonth: { } first, AsOf: { } asOf } && first < asOf ? PeriodChoice.For(first, asOf, Context.Status.Until) : [];
        _isCustom |= !_choices.Any(choice => choice.Period == Context.Period);
    }

    private static string KeyOf(Period period) => new ScopeCodes().Over(period).ToQueryString();

    private string ChoiceName(PeriodChoice choice) => choice.Year is { } year ? Text[choice.Key, year] : Text[choice.Key];

    private string PeriodName(string? key) =>
        _choices.FirstOrDefault(choice => KeyOf(choice.Period) == key) is { } choice && !_isCustom ? ChoiceName(choice) : Format.Period(Context.Period);

    private Month FirstMonth => Month.Of(Context.Period.From);

    private Month LastMonth => Month.Of(Context.Period.Until.AddDays(-1));

    private string MonthName(Month month) => Format.Month(month.First);

    private string PlaceName(Jurisdiction? place) => place?.NameIn(Language) ?? "";

    private string ParentName(Jurisdiction place) =>
        string.Join(", ", Context.Reference.Jurisdictions.SelfAndAncestors(place).Skip(1).Where(node => node.ParentId is not null).Select(node => node.NameIn(Language)));

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
        return Task.FromResult(heads.Where(head => head.Names.Values.Any(name => JurisdictionSearch.Normalise(name).Contains(normal, StringComparison.Ordinal))));
    }

    private IEnumerable<CrimeHead> InTreeOrder(CrimeHead head) =>
        Context.Reference.Heads.ChildrenOf(head.Id).SelectMany(child => InTreeOrder(child).Prepend(child));

    private Task ChoosePlaceAsync(Jurisdiction? place) => Changed.InvokeAsync(Context.Codes.In(place?.Code));

    private Task ChooseHeadAsync(CrimeHead? head) => Changed.InvokeAsync(Context.Codes.Of(head?.Code));

    private async Task ChoosePeriodAsync(string? key)
    {
        _isCustom = key == CustomKey;
        if (_isCustom || key is null)
            return;
        var period = _choices.First(choice => KeyOf(choice.Period) == key).Period;
        var isDefault = Context.Status.AsOf is { } asOf && period == Period.LastMonths(asOf, ScopeCodes.DefaultMonths);
        await Changed.InvokeAsync(isDefault
            ? Context.Codes with { From = null, Until = null }
            : Context.Codes.Over(period));
    }

    private IEnumerable<Month> Months()
    {
        if (Context.Status is not { FirstMonth: { } first, AsOf: { } asOf })
            yield break;
        for (var month = Month.Of(asOf) - 1; month >= Month.Of(first); month -= 1)
            yield return month;
    }

    private Task ChooseFromAsync(Month first) => ChangeMonthsAsync(first, LastMonth < first ? first : LastMonth);

    private Task ChooseUntilAsync(Month last) => ChangeMonthsAsync(FirstMonth > last ? last : FirstMonth, last);

    // A month moved past the other end takes that end along.
    private Task ChangeMonthsAsync(Month first, Month last) => Changed.InvokeAsync(Context.Codes.Over(new Period(first.First, last.Until)));
}
