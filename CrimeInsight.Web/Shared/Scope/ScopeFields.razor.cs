using System.Globalization;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Scope;

/// <summary>The three choices of a scope: place, crime head, period. Tells its parent of each change at once.</summary>
public sealed partial class ScopeFields
{
    private const string CustomKey = "custom";

    private IReadOnlyList<PeriodChoice> _choices = [];
    private bool _isCustom;

    [Inject] public required IStringLocalizer<ScopeText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required PlaceSearchCache Search { get; init; }

    [Parameter, EditorRequired] public required ScopeContext Context { get; set; }

    /// <summary>The new scope.</summary>
    [Parameter, EditorRequired] public EventCallback<Scope> Changed { get; set; }

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

    private static string KeyOf(Period period) => new Scope().Over(period).ToQueryString();

    private string ChoiceName(PeriodChoice choice) => choice.Year is { } year ? Text[choice.Key, year] : Text[choice.Key];

    private string PeriodName(string? key) =>
        _choices.FirstOrDefault(choice => KeyOf(choice.Period) == key) is { } choice && !_isCustom ? ChoiceName(choice) : Format.Period(Context.Period);

    private string MonthName(string? month) =>
        DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? Format.Month(date) : "";

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

    private Task ChoosePlaceAsync(Jurisdiction? place) => Changed.InvokeAsync(Context.Scope with { In = place?.Code });

    private Task ChooseHeadAsync(CrimeHead? head) => Changed.InvokeAsync(Context.Scope with { Head = head?.Code });

    private async Task ChoosePeriodAsync(string? key)
    {
        _isCustom = key == CustomKey;
        if (_isCustom || key is null)
            return;
        var period = _choices.First(choice => KeyOf(choice.Period) == key).Period;
        var isDefault = Context.Status.AsOf is { } asOf && period == Period.LastMonths(asOf, Scope.DefaultMonths);
        await Changed.InvokeAsync(isDefault
            ? Context.Scope with { From = null, Until = null }
            : Context.Scope.Over(period));
    }

    private IEnumerable<DateOnly> Months()
    {
        if (Context.Status is not { FirstMonth: { } first, AsOf: { } asOf })
            yield break;
        for (var month = asOf.AddMonths(-1); month >= first; month = month.AddMonths(-1))
            yield return month;
    }

    private Task ChooseFromAsync(string? month) => ChangeMonthsAsync(month, Scope.Format(Context.Period.Until.AddDays(-1)), isFrom: true);

    private Task ChooseUntilAsync(string? month) => ChangeMonthsAsync(Scope.Format(Context.Period.From), month, isFrom: false);

    // A month moved past the other end takes that end along.
    private Task ChangeMonthsAsync(string? from, string? last, bool isFrom)
    {
        var first = DateOnly.ParseExact(from + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var until = DateOnly.ParseExact(last + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).AddMonths(1);
        if (first >= until)
            (first, until) = isFrom ? (first, first.AddMonths(1)) : (until.AddMonths(-1), until);
        return Changed.InvokeAsync(Context.Scope with { From = Scope.Format(first), Until = Scope.Format(until) });
    }
}
