using System.Globalization;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Places;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.Places;

/// <summary>Districts that are known to have been made since the tree's boundaries, to be created with their day by a tap.</summary>
public sealed partial class OfferPanel
{
    [Inject] public required IStringLocalizer<PlacesText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required PlacesServices Services { get; init; }

    [Inject] public required ShellServices Shell { get; init; }

    [Parameter, EditorRequired] public required Viewer Admin { get; set; }

    [Parameter, EditorRequired] public required ReferenceData Reference { get; set; }

    [Parameter, EditorRequired] public EventCallback OnChanged { get; set; }

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private static string NameOf(NewDistrict offer) => offer.Names.GetValueOrDefault(Language, offer.Names["en"]);

    private IReadOnlyList<NewDistrict> Offers
    {
        get
        {
            var roots = Admin.JurisdictionIds.Select(Reference.Jurisdictions.Find).OfType<Jurisdiction>().ToList();
            return [.. NewDistrict.In(Reference.Jurisdictions).Where(offer => offer.Place is null && roots.Any(root => root.Contains(offer.State)))];
        }
    }

    private async Task CreateAsync(NewDistrict offer)
    {
        var draft = new PlaceDraft(PlaceEditKind.Split, offer.Parents[0])
        {
            Names = offer.Names, From = offer.Since, Reason = Text[nameof(PlacesText.OfferReason)],
        };
        if (!await PlaceEditDialog.AskAsync(Shell.Dialogs, Admin, Reference, draft))
            return;
        Shell.Notices.Add(Text[nameof(PlacesText.Done)], Severity.Success);
        await OnChanged.InvokeAsync();
    }
}
