using System.Globalization;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Layout;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.Places;

/// <summary>What administrators have said that names in files mean, with who and when.</summary>
public sealed partial class AliasPanel : LoadedComponent
{
    private IReadOnlyList<SavedPlaceAlias> _aliases = [];
    private Jurisdiction? _place;
    private string _name = "";

    [Inject] public required IStringLocalizer<PlacesText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required PlacesServices Services { get; init; }

    [Inject] public required PlaceSearchCache Search { get; init; }

    [Inject] public required ShellServices Shell { get; init; }

    [Parameter, EditorRequired] public required Viewer Admin { get; set; }

    [Parameter, EditorRequired] public required ReferenceData Reference { get; set; }

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    protected override async Task<PanelState> ReadAsync()
    {
        _aliases = await Services.Aliases.ListSavedAsync(Lifetime);
        return PanelState.Ready;
    }

    private Task<IEnumerable<Jurisdiction>> FindPlaces(string? typed, CancellationToken cancellationToken)
    {
        var roots = Admin.JurisdictionIds.Select(Reference.Jurisdictions.Find).OfType<Jurisdiction>().ToList();
        return Task.FromResult(Search.For(Reference).Find(roots, typed, Language, 30).Where(place => place.Level != JurisdictionLevel.Country));
    }

    // A name says it of its state: elsewhere the same may mean another place.
    private Task AddAsync() => _place is null
        ? Told(nameof(PlacesText.AliasBad))
        : DoAsync(async () =>
        {
            var state = Reference.Jurisdictions.AncestorAt(_place, JurisdictionLevel.State);
            var within = _place.Level == JurisdictionLevel.State ? null : state?.Code;
            await Services.Aliases.AddAsync(new PlaceAlias(_name.Trim(), within, _place.Code), Admin, Lifetime);
            (_name, _place) = ("", null);
        });

    private Task RemoveAsync(PlaceAlias alias) => DoAsync(async () =>
    {
        if (!await Services.Aliases.RemoveAsync(alias.Name, alias.StateCode, Admin, Lifetime))
            await Told(nameof(PlacesText.NotAllowed));
    });

    private Task Told(string key)
    {
        Shell.Notices.Add(Text[key], Severity.Warning);
        return Task.CompletedTask;
    }

    private async Task DoAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (ArgumentException)
        {
            await Told(nameof(PlacesText.AliasBad));
        }
        catch (UnauthorizedAccessException)
        {
            await Told(nameof(PlacesText.NotAllowed));
        }
        catch (Exception) when (!IsLeft)
        {
            Shell.Notices.Add(Text[nameof(PlacesText.ActionFailed)], Severity.Error);
        }

        await LoadAsync();
    }
}
