using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Shared.Feedback;

/// <summary>Asks before something that cannot be undone.</summary>
public sealed partial class ConfirmDialog
{
    [Inject]
    public required IStringLocalizer<SharedText> Text { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required string Message { get; set; }

    /// <summary>Names the action, such as "Sign out everywhere"; null for a general word.</summary>
    [Parameter]
    public string? ConfirmLabel { get; set; }

    [Parameter]
    public bool IsDestructive { get; set; }

    /// <summary>Shows the dialog; true when the person confirmed.</summary>
    public static async Task<bool> AskAsync(IDialogService dialogs, string title, string message, string confirmLabel, bool isDestructive = false)
    {
        var parameters = new DialogParameters<ConfirmDialog>
        {
            { dialog => dialog.Title, title },
            { dialog => dialog.Message, message },
            { dialog => dialog.ConfirmLabel, confirmLabel },
            { dialog => dialog.IsDestructive, isDestructive },
        };
        var dialog = await dialogs.ShowAsync<ConfirmDialog>(title, parameters);
        return await dialog.Result is { Canceled: false };
    }

    private void Cancel() => Dialog.Cancel();

    private void Confirm() => Dialog.Close(DialogResult.Ok(true));
}
