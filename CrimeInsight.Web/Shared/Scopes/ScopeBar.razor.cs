using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Scopes;

/// <summary>Shows and changes the scope of the page. The URL is the state: every choice navigates.</summary>
public sealed partial class ScopeBar
{
    private bool _isOpen;

    [Inject] public required IStringLocalizer<ScopeText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired] public required Scope Context { get; set; }

    /// <summary>Address of the page with another scope, for pages that keep more than the scope in it.</summary>
    [Parameter] public Func<ScopeCodes, string>? UrlOf { get; set; }

    /// <summary>The page rests on all months there are: no period is offered.</summary>
    [Parameter] public bool HidesPeriod { get; set; }

    private string PlaceName => Context.PlaceName(Text);

    private string HeadName => Context.HeadName(Text);

    /// <summary>By which date the page counts; null: as its scope does.</summary>
    [Parameter] public DateBasis? CountedBy { get; set; }

    private IEnumerable<string> Marks
    {
        get
        {
            if (Context.Status is not { Until: { } until })
                yield break;
            yield return Text[nameof(ScopeText.DataUntil), Format.Date(until.AddDays(-1))];
            yield return Text[BasisNames.KeyOf(CountedBy ?? Context.CountedBy())];
        }
    }

    private string PeriodName =>
        Context.Codes.IsSinceDay ? Text[nameof(ScopeText.SincePeriod), Format.Date(Context.Period.From)] : Format.Period(Context.Period);

    private void Toggle() => _isOpen = !_isOpen;

    private void OnKey(KeyboardEventArgs key) => _isOpen &= key.Key != "Escape";

    private void GoAsync(ScopeCodes scope) =>
        Navigation.NavigateTo(UrlOf?.Invoke(scope) ?? new Uri(Navigation.Uri).AbsolutePath + scope.ToQueryString());
}
