using System.CommandLine;
using CrimeInsight.Core;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Features.SignIn;
using Microsoft.AspNetCore.Identity;

namespace CrimeInsight.Web.Cli;

/// <summary><c>admin create</c>: the first administrator, or any further one.</summary>
internal static class AdminVerb
{
    /// <summary>Environment variable that can hold the password, for scripts.</summary>
    public const string PasswordVariable = "CRIMEINSIGHT_PASSWORD";

    public static Command Create()
    {
        var user = new Option<string>("--user") { Description = "Sign-in name: letters, digits and - . _ @", Required = true };
        var name = new Option<string>("--name") { Description = "Name shown in the product", Required = true };
        var places = new Option<string[]>("--jurisdiction")
        {
            Description = "Code of a jurisdiction, such as IN or IN-TN; may be given more than once",
            DefaultValueFactory = _ => ["IN"],
        };
        var create = new Command("create",
            $"Creates an administrator. The password is read from {PasswordVariable}, from standard input when it is redirected, or from a prompt; it is "
                + "never an argument.") { user, name, places };
        create.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(user), parsed.GetRequiredValue(name), parsed.GetRequiredValue(places), cancellation));
        return new Command("admin", "Manages administrators.") { create };
    }

    private static async Task<int> RunAsync(string userName, string displayName, string[] codes, CancellationToken cancellationToken)
    {
        var password = ReadPassword();
        await using var host = await VerbHost.OpenAsync(cancellationToken);
        await using var scope = host.Services.CreateAsyncScope();
        var tree = (await scope.ServiceProvider.GetRequiredService<IReferenceDataReader>().GetAsync(cancellationToken)).Jurisdictions;
        var person = new Person
        {
            Id = Guid.CreateVersion7(),
            UserName = userName,
            DisplayName = displayName,
            Role = PersonRole.Admin,
            JurisdictionIds = [.. codes.Distinct().Select(code => Resolve(tree, code).Id)],
        };
        var result = await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().CreateAsync(person, password);
        if (!result.Succeeded)
            throw new OperatorException(string.Join(" ", result.Errors.Select(error => error.Description)));
        var entry = new AuditEntry(null, "command line", AuditActions.PersonCreated, $"person:{person.Id}");
        await scope.ServiceProvider.GetRequiredService<IAuditWriter>().WriteAsync(entry, cancellationToken);
        await Console.Out.WriteLineAsync($$"""{ "user": "{{person.UserName}}", "role": "admin", "jurisdictions": {{codes.Distinct().Count()}} }""");
        return 0;
    }

    private static Jurisdiction Resolve(JurisdictionTree tree, string code) =>
        tree.Find(code) ?? throw new OperatorException($"There is no jurisdiction '{code}'. Use IN for the whole country or a state's code such as IN-TN.");

    private static string ReadPassword()
    {
        if (Environment.GetEnvironmentVariable(PasswordVariable) is { Length: > 0 } fromEnvironment)
            return fromEnvironment;
        var password = Console.IsInputRedirected ? Console.ReadLine() : Prompt();
        return string.IsNullOrEmpty(password)
            ? throw new OperatorException($"No password was given. Type it at the prompt, pipe it in, or set {PasswordVariable}.")
            : password;
    }

    private static string Prompt()
    {
        Console.Error.Write($"Password (at least {PasswordStrength.LeastLength} characters): ");
        var typed = new System.Text.StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
                typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
