using System.Globalization;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Controls;
using CrimeInsight.Web.Shared.Layout;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.People;

/// <summary>Invites somebody, or changes what a person is. Closes with the codes that were issued.</summary>
public sealed partial class PersonDialog
{
    private readonly List<Jurisdiction> _places = [];
    private string _name = "";
    private string _userName = "";
    private PersonRole _role = PersonRole.Officer;
    private string? _error;
    private bool _isSaving;

    [Inject] public required IStringLocalizer<PeopleText> Text { get; init; }

    [Inject] public required IStringLocalizer<SharedText> Shared { get; init; }

    [Inject] public required IPeople People { get; init; }

    [Inject] public required PlaceSearchCache Search { get; init; }

    [CascadingParameter] public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired] public required Viewer Admin { get; set; }

    [Parameter, EditorRequired] public required ReferenceData Reference { get; set; }

    /// <summary>Who is changed; null: somebody new.</summary>
    [Parameter] public ManagedPerson? Person { get; set; }

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private IEnumerable<ChoiceOption> RoleOptions =>
        Enum.GetValues<PersonRole>().Select(role => new ChoiceOption(role.ToString(), Shared[AccountMenu.RoleKey(role)]));

    private string RoleHint => _role switch
    {
        PersonRole.Admin => nameof(PeopleText.RoleHintAdmin),
        PersonRole.Supervisor => nameof(PeopleText.RoleHintSupervisor),
        _ => nameof(PeopleText.RoleHintOfficer),
    };

    /// <summary>Shows the dialog; null when nothing was changed.</summary>
    internal static async Task<IReadOnlyList<IssuedCode>?> AskAsync(IDialogService dialogs, Viewer admin, ReferenceData reference, ManagedPerson? person)
    {
        var parameters = new DialogParameters<PersonDialog>
        {
            { dialog => dialog.Admin, admin },
            { dialog => dialog.Reference, reference },
            { dialog => dialog.Person, person },
        };
        var dialog = await dialogs.ShowAsync<PersonDialog>(null, parameters, new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true });
        return await dialog.Result is { Canceled: false, Data: IReadOnlyList<IssuedCode> codes } ? codes : null;
    }

    protected override void OnInitialized()
    {
        if (Person is null)
            return;
        (_name, _userName, _role) = (Person.DisplayName, Person.UserName, Person.Role);
        _places.AddRange(Person.JurisdictionIds.Select(Reference.Jurisdictions.Find).OfType<Jurisdiction>());
    }

    private void ChooseRole(string role) => _role = Enum.Parse<PersonRole>(role);

    private void AddPlace(Jurisdiction? place)
    {
        if (place is null || _places.Any(other => other.Contains(place)))
            return;
        _places.RemoveAll(place.Contains);
        _places.Add(place);
    }

    private Task<IEnumerable<Jurisdiction>> FindPlaces(string? typed, CancellationToken cancellationToken)
    {
        var roots = Admin.JurisdictionIds.Select(Reference.Jurisdictions.Find).OfType<Jurisdiction>().ToList();
        return Task.FromResult<IEnumerable<Jurisdiction>>(Search.For(Reference).Find(roots, typed, Language, 30));
    }

    private string? Problem()
    {
        if (!PersonNames.IsDisplayName(_name))
            return Text[nameof(PeopleText.NameMissing)];
        if (!PersonNames.IsUserName(_userName.Trim()))
            return Text[nameof(PeopleText.UserNameBad)];
        return _places.Count == 0 ? Text[nameof(PeopleText.PlaceMissing)].Value : null;
    }

    private async Task SaveAsync()
    {
        _error = Problem();
        if (_error is not null || _isSaving)
            return;
        _isSaving = true;
        try
        {
            int[] places = [.. _places.Select(place => place.Id)];
            var codes = Person is null
                ? await People.ApplyAsync(Admin, [new PersonInvitation(_userName.Trim(), _name.Trim(), _role, places)], [], CancellationToken.None)
                : await People.ApplyAsync(Admin, [], [new PersonEdit(Person.Id, _name.Trim(), _role, places)], CancellationToken.None);
            Dialog.Close(DialogResult.Ok(codes));
        }
        catch (PersonRefusedException refused)
        {
            _error = Text[refused.Reason == PersonRefusal.NameTaken ? nameof(PeopleText.NameTaken) : nameof(PeopleText.NotAllowed)];
        }
        catch (Exception)
        {
            _error = Text[nameof(PeopleText.ActionFailed)];
        }

        _isSaving = false;
    }

    private void Cancel() => Dialog.Cancel();
}
