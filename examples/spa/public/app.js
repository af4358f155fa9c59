import * as api from './api.js';
import {notice, onSubmit} from './forms.js';

const view = document.querySelector('#view');
const signOutButton = document.querySelector('#sign-out');
const date = new Intl.DateTimeFormat(document.documentElement.lang, {dateStyle: 'long'});
const time = new Intl.DateTimeFormat(document.documentElement.lang, {dateStyle: 'medium', timeStyle: 'short'});

/** Shows a template in place of what was there, and tells those who do not see it. */
function show(name, fill = () => {}) {
  const content = document.querySelector(`template#${name}`).content.cloneNode(true);
  fill(content);
  signOutButton.hidden = name !== 'account';
  view.replaceChildren(content);
  const title = view.querySelector('h1').textContent;
  document.title = `${title} · Tea shop`;
  document.querySelector('#status').textContent = title;
}

const pages = {
  'sign-in': () => show('sign-in', (page) => {
    page.querySelector('#start').href = `auth/start?return_to=${encodeURIComponent(home())}`;
    onSubmit(page.querySelector('form'), signIn);
  }),
  register: () => show('register', (page) => onSubmit(page.querySelector('form'), register)),
  forgot: () => show('forgot', (page) => onSubmit(page.querySelector('form'), forgot)),
};

async function signIn({email, password}) {
  await api.signIn(email, password);
  await goTo('');
}

async function register({name, email, password}) {
  const {user} = await api.register(name, email, password);
  show('check-mail', (page) => {
    page.querySelector('.address').textContent = user.email;
  });
  view.focus();
}

async function forgot({email}) {
  const {message} = await api.forgotPassword(email);
  show('sent', (page) => {
    page.querySelector('.message').textContent = message;
  });
  view.focus();
}

async function account() {
  const [user, devices] = await Promise.all([api.me(), api.devices()]);
  show('account', (page) => {
    page.querySelector('.name').textContent = user.name;
    page.querySelector('.email').textContent = user.email;
    page.querySelector('.role').textContent = user.role;
    page.querySelector('.since').textContent = date.format(new Date(user.created_at));
    page.querySelector('.devices').append(...devices.filter((device) => device.signedIn).map(deviceRow));
  });
}

function deviceRow(device) {
  const row = document.querySelector('template#device').content.firstElementChild.cloneNode(true);
  const title = row.querySelector('.title');
  title.textContent = device.title;
  row.querySelector('.seen').textContent = `Last seen ${time.format(new Date(device.lastSeen))}`;
  row.querySelector('.here').hidden = !device.current;
  const end = row.querySelector('.end');
  // The own device is signed out by the button at the top.
  end.hidden = device.current;
  end.setAttribute('aria-label', `Sign out ${device.title}`);
  end.addEventListener('click', async () => {
    end.disabled = true;
    try {
      await api.endDevice(device.id);
      row.remove();
      document.querySelector('#status').textContent = `${device.title} is signed out`;
    } catch (refused) {
      end.disabled = false;
      notice(view, refused.message);
    }
  });
  return row;
}

/** Where a sign-in on Keyward's page comes back to. */
function home() {
  return new URL('.', location.href.replace(/[?#].*/, '')).href;
}

async function goTo(hash) {
  if (location.hash.slice(1) === hash) {
    await render();
  } else {
    location.hash = hash;
  }
}

async function render() {
  const page = pages[location.hash.slice(1)];
  if (page) {
    page();
    return;
  }
  try {
    await account();
  } catch (refused) {
    pages['sign-in']();
    if (refused.code !== 'not_signed_in') {
      notice(view, refused.message);
    }
  }
}

signOutButton.addEventListener('click', async () => {
  await api.signOut();
  await goTo('sign-in');
});

addEventListener('hashchange', async () => {
  await render();
  view.focus();
});

// A sign-in on Keyward's page that came to nothing says so in the address.
const failed = new URLSearchParams(location.search).has('error');
if (failed) {
  history.replaceState(null, '', location.pathname + location.hash);
}
await render();
if (failed) {
  notice(view, 'The sign-in was not completed.');
}
