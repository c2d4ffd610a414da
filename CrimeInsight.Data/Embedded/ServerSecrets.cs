using System.Security.Cryptography;
using System.Text.Json;

namespace CrimeInsight.Data.Embedded;

/// <summary>Random passwords of the embedded server's three roles, in a file only the app's user can read.</summary>
internal sealed record ServerSecrets(string Superuser, string Owner, string App)
{
    public static ServerSecrets LoadOrCreate(string path)
    {
        if (File.Exists(path) && JsonSerializer.Deserialize<ServerSecrets>(File.ReadAllText(path)) is { } known)
            return known;
        var made = new ServerSecrets(Password(), Password(), Password());
        var temporary = path + ".new";
        using (var stream = new FileStream(temporary, OwnerOnly()))
            JsonSerializer.Serialize(stream, made);
        File.Move(temporary, path, overwrite: true);
        return made;
    }

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private static string Password() => RandomNumberGenerator.GetHexString(48, lowercase: true);
}
