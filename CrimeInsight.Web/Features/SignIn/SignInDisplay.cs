using CrimeInsight.Core.People;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Layout;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>
/// How the pages look to whoever has just signed in: as they left them, on whatever device; but a language chosen on the sign-in
/// page wins, and is theirs from then on.
/// </summary>
public sealed class SignInDisplay(IPersonPreferenceStore preferences)
{
    public async Task ApplyAsync(HttpContext context, Person person)
    {
        DisplayChoice.Write(context.Response, person.Preferences);
        if (LanguageProvider.TakeChosen(context) is { } chosen)
            await preferences.SaveAsync(person.Id, new PersonPreferences(chosen.Name, null, null), context.RequestAborted);
        else if (AppCultures.Find(person.Preferences.Culture) is { } culture)
            LanguageProvider.Remember(context.Response, culture.Name);
    }
}
