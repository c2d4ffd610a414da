using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>What a page needs to move, to ask and to tell.</summary>
public sealed class ShellServices(NavigationManager navigation, IDialogService dialogs, ISnackbar notices)
{
    public NavigationManager Navigation { get; } = navigation;

    public IDialogService Dialogs { get; } = dialogs;

    public ISnackbar Notices { get; } = notices;
}
